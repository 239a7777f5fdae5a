package agentsettings.storage.postgres;

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
import agentsettings.storage.records.StoredRecords;
import agentsettings.storage.retention.OldestChanges;
import agentsettings.storage.retention.StoredLogTrimmer;
import agentsettings.storage.schema.Tables;
import agentsettings.storage.verify.Findings;
import agentsettings.storage.verify.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** A database on a PostgreSQL server of version 15 or later, shared by any number of nodes. Safe for use by many threads. */
public final class PostgresDatabase implements Database {

    /** For the directory and for leases, in addition to the lanes. */
    private static final int OTHER_CONNECTIONS = 2;

    private final PostgresServer server;
    private final PooledConnections connections;
    private final int lanes;

    /**
     * Connects when it is first used.
     *
     * @param lanes number of transactions written at the same time
     */
    public PostgresDatabase(PostgresServer server, int lanes) {
        this.server = server;
        this.lanes = lanes;
        this.connections =
                PooledConnections.forStatements(server, lanes + PostgresStore.READ_LANES + OTHER_CONNECTIONS);
    }

    @Override
    public List<Migration> migrations() {
        return server.migrations().list();
    }

    @Override
    public boolean isUpToDate() {
        return server.isUpToDate();
    }

    @Override
    public void migrate() {
        server.migrations().run();
    }

    @Override
    public Directory openDirectory() {
        return new SqlDirectory(new PostgresStatementSession(connections));
    }

    @Override
    public Records openRecords(InstantSource clock) {
        return new StoredRecords(new PostgresRecordReads(server), Dialect.POSTGRES, clock);
    }

    @Override
    public ChangeFeed openFeed() {
        try (Directory directory = openDirectory()) {
            return StoredFeed.ofPostgres(new PostgresRecordReads(server), FeedEpoch.of(directory));
        }
    }

    @Override
    public LogTrimmer openLogTrimmer() {
        return new StoredLogTrimmer(new PostgresStatementSession(connections), OldestChanges.POSTGRES);
    }

    @Override
    public Jobs openJobs() {
        return new StoredJobs(
                new PostgresStatementSession(connections), UUID.randomUUID().toString());
    }

    /** Batches queries by queues of its own, so it does not wait for the end of a turn. */
    @Override
    public Store openStore(InstantSource clock, BatchLimits limits, Executor endOfTurn, StorageObserver observer) {
        SettingsIds.requireUsable(clock);
        return new PostgresStore(connections, clock, lanes, limits, observer);
    }

    @Override
    public Map<String, String> facts() {
        return read(ServerFacts::read);
    }

    @Override
    public Map<String, Long> rowCounts() {
        return read(Tables::rowCounts);
    }

    @Override
    public List<String> distribute() {
        if (!migrations().stream().allMatch(Migration::applied)) {
            throw new StoreUnavailable(
                    "The schema of " + this + " is not up to date; run ./agentsettings db migrate first.", null);
        }
        try (Connection connection = server.connect()) {
            return Citus.distribute(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't distribute the tables of " + this + "; nothing was changed", e);
        }
    }

    @Override
    public void verify(Findings findings, WorkProgress progress) {
        read(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false); // without it the driver would read whole tables into memory
            new Verification(connection, Dialect.POSTGRES, findings, progress).run();
            connection.rollback();
            return null;
        });
    }

    @Override
    public void backUpTo(Path file, WorkProgress progress) {
        throw new StoreUnavailable(
                this + " has tools of its own for backups: pg_basebackup and pg_dump; see docs/operations.md.", null);
    }

    @Override
    public CopySource openCopySource() {
        return PostgresCopy.reading(server);
    }

    @Override
    public CopyTarget openCopyTarget() {
        return PostgresCopy.writing(server);
    }

    private interface Read<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T read(Read<T> read) {
        try (Connection connection = server.connect()) {
            connection.setReadOnly(true);
            return read.of(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't read " + this, e);
        }
    }

    /** For tests, which make them fail. */
    Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
