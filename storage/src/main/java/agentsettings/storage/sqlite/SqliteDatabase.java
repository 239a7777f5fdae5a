package agentsettings.storage.sqlite;

import agentsettings.core.jobs.Jobs;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.CopySource;
import agentsettings.storage.CopyTarget;
import agentsettings.storage.Database;
import agentsettings.storage.LogTrimmer;
import agentsettings.storage.Migration;
import agentsettings.storage.directory.SqlDirectory;
import agentsettings.storage.feed.FeedEpoch;
import agentsettings.storage.feed.StoredFeed;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.jobs.StoredJobs;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.records.RecordReads;
import agentsettings.storage.records.StoredRecords;
import agentsettings.storage.retention.OldestChanges;
import agentsettings.storage.retention.StoredLogTrimmer;
import agentsettings.storage.schema.Tables;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.sqlite.file.NodeNumber;
import agentsettings.storage.verify.Findings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The embedded database: one file in a folder. Safe for use by many threads. */
public final class SqliteDatabase implements Database {

    private final DataFolder folder;
    private final SharedFile shared;

    /** Empty if other processes may use the database too. */
    private final Optional<Closeable> lock;

    private final boolean readOnly;

    private SqliteDatabase(DataFolder folder, Optional<Closeable> lock, boolean readOnly) {
        this.folder = folder;
        this.shared = new SharedFile(folder.database());
        this.lock = lock;
        this.readOnly = readOnly;
    }

    /**
     * Opens the database for a server, or for work that no server may run beside. Creates the folder unless it exists.
     *
     * @throws StoreUnavailable if another process has opened it so
     */
    public static SqliteDatabase openExclusive(DataFolder folder) {
        folder.create();
        Closeable lock = folder.lockForServing();
        folder.keepNativeLibrary();
        return new SqliteDatabase(folder, Optional.of(lock), false);
    }

    /** Opens the database for work that a server may run beside. */
    public static SqliteDatabase openShared(DataFolder folder) {
        return new SqliteDatabase(folder, Optional.empty(), false);
    }

    /** Opens the database for reading; neither the folder nor the file need be writable. */
    public static SqliteDatabase openReadOnly(DataFolder folder) {
        return new SqliteDatabase(folder, Optional.empty(), true);
    }

    @Override
    public List<Migration> migrations() {
        return folder.database().migrationsToList().list();
    }

    @Override
    public boolean isUpToDate() {
        return folder.holdsDatabase() && folder.database().isUpToDate();
    }

    @Override
    public void migrate() {
        folder.create();
        folder.migrate();
    }

    @Override
    public Directory openDirectory() {
        return new SqlDirectory(SqliteStatementSession.open(shared, readOnly));
    }

    @Override
    public Records openRecords(InstantSource clock) {
        return new StoredRecords(new SqliteRecordReads(shared), Dialect.SQLITE, clock);
    }

    @Override
    public ChangeFeed openFeed() {
        try (Directory directory = openDirectory()) {
            return StoredFeed.ofSqlite(new SqliteRecordReads(shared), FeedEpoch.of(directory));
        }
    }

    @Override
    public LogTrimmer openLogTrimmer() {
        return new StoredLogTrimmer(SqliteStatementSession.open(shared, false), OldestChanges.SQLITE);
    }

    /** Only a server claims jobs, and no two servers use the file. */
    @Override
    public Jobs openJobs() {
        return new StoredJobs(SqliteStatementSession.open(shared, false), "server");
    }

    @Override
    public Store openStore(InstantSource clock, BatchLimits limits, Executor endOfTurn, StorageObserver observer) {
        SettingsIds.requireUsable(clock);
        NodeNumber node = lock.isPresent() ? NodeNumber.OF_SERVER : folder.leaseNodeNumber();
        try {
            return SqliteStore.open(shared, node, clock, new SqliteStore.Batching(limits, endOfTurn, observer));
        } catch (RuntimeException failure) {
            node.close();
            throw failure;
        }
    }

    @Override
    public Map<String, String> facts() {
        return read(connection ->
                Map.of("Engine", "SQLite " + connection.getMetaData().getDatabaseProductVersion()));
    }

    @Override
    public Map<String, Long> rowCounts() {
        return folder.holdsDatabase() ? read(Tables::rowCounts) : Map.of();
    }

    @Override
    public List<String> distribute() {
        throw new StoreUnavailable("An embedded database can't be distributed.", null);
    }

    @Override
    public void verify(Findings findings, WorkProgress progress) {
        SqliteVerification.verify(folder.database(), findings, progress);
    }

    @Override
    public void backUpTo(Path file, WorkProgress progress) {
        SqliteBackup.copy(folder.database(), file, progress);
    }

    @Override
    public CopySource openCopySource() {
        return SqliteCopy.reading(folder.database());
    }

    @Override
    public CopyTarget openCopyTarget() {
        return SqliteCopy.writing(folder.database());
    }

    private <T> T read(RecordReads.Read<T> read) {
        try (Connection connection = folder.database().openForReading()) {
            return read.from(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't read " + this, e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Can't unlock " + folder.path(), e);
        }
    }

    @Override
    public String toString() {
        return "SQLite in " + folder.path();
    }
}
