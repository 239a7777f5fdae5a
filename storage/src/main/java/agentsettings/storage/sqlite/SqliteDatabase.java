package agentsettings.storage.sqlite;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

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
    public static SqliteDatabase openExclusive(DataFolder folder) {
        Closeable lock = folder.lockForServing();
        folder.keepNativeLibrary();
        return new SqliteDatabase(folder, lock);
    }

    /** For work beside a running server, which opens no store. */
    public static SqliteDatabase openShared(DataFolder folder) {
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
    public Store openStore(InstantSource clock, BatchLimits limits) {
        return SqliteStore.open(folder.database(), clock, limits);
    }

    @Override
    public Map<String, String> facts() {
        try (Connection connection = openForReading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
            return Map.of("Engine", "SQLite " + row.getString(1));
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't read " + this, e);
        }
    }

    @Override
    public Connection openForReading() throws SQLException {
        return folder.database().openForReading();
    }

    @Override
    public Connection openForWriting() throws SQLException {
        return folder.database().openForWriting();
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
