package agentsettings.storage.postgres;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.Store.StorageCheck;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.UncheckedSqlException;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.postgres.batch.QueryBatch;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.queue.BatchedReader;
import agentsettings.storage.queue.GroupCommit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The store in a PostgreSQL database. A few lanes, each a batch worker of its own, write at the same time. All commands of a user go
 * to one lane and are executed in order; those of two users may overtake each other. Safe for use by many threads.
 */
final class PostgresStore implements Store {

    static final int READ_LANES = 2;

    private static final System.Logger LOG = System.getLogger(PostgresStore.class.getName());
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final String READ_CHECK = "storage-read";
    private static final String LEASE_CHECK = "storage-write-and-lease";
    private static final int READ_BATCH_MAX = 256;
    private static final int READ_ATTEMPTS_MAX = 2;

    private final Connections connections;
    private final List<NodeLease> leases = new ArrayList<>();
    private final List<GroupCommit> writes = new ArrayList<>();
    private final List<BatchedReader> reads = new ArrayList<>();
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-lease").daemon().factory());

    /** Starts to write in this number of lanes. */
    PostgresStore(
            Connections connections, InstantSource clock, int lanes, BatchLimits limits, StorageObserver observer) {
        this.connections = connections;
        for (int i = 0; i < lanes; i++) {
            NodeLease lease = new NodeLease(clock);
            leases.add(lease);
            writes.add(new GroupCommit(new PostgresWriter(connections, lease, clock, observer), limits, observer));
        }
        BatchLimits readLimits = new BatchLimits(limits.queueMax(), READ_BATCH_MAX, limits.waitMax());
        for (int i = 0; i < READ_LANES; i++) {
            reads.add(new BatchedReader(this::readBatch, readLimits, observer));
        }
        long millis = RENEWAL.toMillis();
        var _ = renewal.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public <O> CompletionStage<O> write(Command<O> command) {
        return laneOf(command.userId(), writes).submit(command);
    }

    @Override
    public CompletionStage<FindSettings.Outcome> find(FindSettings query) {
        return laneOf(query.user(), reads).submit(query);
    }

    @Override
    public int queued() {
        return writes.stream().mapToInt(GroupCommit::queued).sum();
    }

    @Override
    public List<StorageCheck> check() {
        try {
            var _ = connections.outsideTransactions(PostgresStore::readSomething);
        } catch (SQLException e) {
            return List.of(StorageCheck.failed(READ_CHECK, e), new StorageCheck(LEASE_CHECK, "not checked"));
        }
        return List.of(StorageCheck.passed(READ_CHECK), checkLeases());
    }

    private static boolean readSomething(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM database_fact")) {
            return row.next();
        }
    }

    private StorageCheck checkLeases() {
        try {
            for (NodeLease lease : leases) {
                lease.check(connections);
            }
            return StorageCheck.passed(LEASE_CHECK);
        } catch (SQLException e) {
            return StorageCheck.failed(LEASE_CHECK, e);
        }
    }

    private static <L> L laneOf(String user, List<L> lanes) {
        return lanes.get(Math.floorMod(Objects.hashCode(user), lanes.size()));
    }

    /**
     * Retries once, because the first connection may have died while it was idle.
     *
     * @throws UncheckedSqlException if the server can't read one of the rows
     */
    private Map<FindSettings, FindSettings.Outcome> readBatch(List<FindSettings> queries) {
        SQLException last = null;
        for (int i = 0; i < READ_ATTEMPTS_MAX; i++) {
            try {
                return connections.outsideTransactions(connection -> QueryBatch.execute(connection, queries));
            } catch (SQLException e) {
                last = e;
            }
        }
        if (isAboutData(last)) {
            throw new UncheckedSqlException(last);
        }
        throw new StoreUnavailable("PostgreSQL failed to read", last);
    }

    /** Whether the failure is a data exception (class 22) or corruption (class XX). */
    private static boolean isAboutData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("XX"));
    }

    private void renew() {
        for (NodeLease lease : leases) {
            try {
                lease.renew(connections);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "Can't renew node number " + lease.node(), e);
            }
        }
    }

    @Override
    public void close() {
        renewal.close();
        writes.forEach(GroupCommit::close);
        reads.forEach(BatchedReader::close);
    }
}
