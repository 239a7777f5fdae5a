package agentsettings.storage.sqlite;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import agentsettings.storage.LaneLimits;
import agentsettings.storage.Migration;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** The embedded database: one file in a folder. Safe for use by many threads. */
public final class SqliteDatabase implements Database {

    private final DataFolder folder;
    private final Closeable lock;

    private SqliteDatabase(DataFolder folder, Closeable lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * For the one process that may open a store: keeps others out until closed.
     *
     * @throws StoreUnavailable when another has it
     */
    public static SqliteDatabase forServing(DataFolder folder) {
        Closeable lock = folder.lockForServing();
        folder.keepNativeLibrary();
        return new SqliteDatabase(folder, lock);
    }

    /** For work beside a running server, which opens no store. */
    public static SqliteDatabase beside(DataFolder folder) {
        return new SqliteDatabase(folder, () -> {});
    }

    @Override
    public List<Migration> migrations() {
        return folder.database().migrations().list();
    }

    @Override
    public void migrate() {
        folder.database().migrations().run();
    }

    @Override
    public Directory openDirectory(InstantSource clock) {
        return SqliteDirectory.open(folder.database(), clock);
    }

    @Override
    public Store openStore(InstantSource clock, LaneLimits limits) {
        return SqliteStore.open(folder.database(), clock, limits);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreUnavailable("Can't unlock " + folder.path(), e);
        }
    }

    @Override
    public String toString() {
        return "SQLite in " + folder.path();
    }
}
