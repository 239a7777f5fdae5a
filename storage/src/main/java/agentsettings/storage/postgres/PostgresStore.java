package agentsettings.storage.postgres;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.BatchedReader;
import agentsettings.storage.GroupCommit;
import agentsettings.storage.postgres.sets.Questions;
import java.sql.SQLException;
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
 * Settings in PostgreSQL, written by a few lanes. A user's commands all go to one lane and so are carried out in their order; two
 * users' may overtake each other.
 */
final class PostgresStore implements Store {

    static final int READ_LANES = 2;

    private static final System.Logger LOG = System.getLogger(PostgresStore.class.getName());
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final int READS_TOGETHER_MAX = 256;
    private static final int TRIES = 2;

    private final Connections connections;
    private final List<NodeLease> leases = new ArrayList<>();
    private final List<GroupCommit> writes = new ArrayList<>();
    private final List<BatchedReader> reads = new ArrayList<>();
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-lease").daemon().factory());

    /** Starts to write in so many lanes. */
    PostgresStore(Connections connections, InstantSource clock, int lanes, BatchLimits limits) {
        this.connections = connections;
        for (int i = 0; i < lanes; i++) {
            NodeLease lease = new NodeLease(clock);
            leases.add(lease);
            writes.add(new GroupCommit(new PostgresWriter(connections, lease, clock), limits));
        }
        BatchLimits readLimits = new BatchLimits(limits.queueMax(), READS_TOGETHER_MAX);
        for (int i = 0; i < READ_LANES; i++) {
            reads.add(new BatchedReader(this::findNow, readLimits));
        }
        long millis = RENEWAL.toMillis();
        var _ = renewal.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public <O> CompletionStage<O> write(Command<O> command) {
        return laneOf(command.userId(), writes).submit(command);
    }

    @Override
    public List<CompletionStage<FindSettings.Outcome>> find(List<FindSettings> questions) {
        List<CompletionStage<FindSettings.Outcome>> answers = new ArrayList<>(questions.size());
        for (FindSettings question : questions) {
            answers.add(laneOf(question.user(), reads).submit(question));
        }
        return answers;
    }

    private static <L> L laneOf(String user, List<L> lanes) {
        return lanes.get(Math.floorMod(Objects.hashCode(user), lanes.size()));
    }

    /** Tries twice, since the first connection may be one that has died while nobody used it. */
    private Map<FindSettings, FindSettings.Outcome> findNow(List<FindSettings> questions) {
        SQLException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return connections.outsideTransactions(connection -> Questions.answer(connection, questions));
            } catch (SQLException e) {
                last = e;
            }
        }
        throw new StoreUnavailable("PostgreSQL failed to read", last);
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
