package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A run of commands over a connection with faults. The model is told of the acknowledged commands alone; in the end the
 * database must be as the model is.
 */
public final class FaultRun implements AutoCloseable {

    private static final int QUEUE_MAX = 100;
    private static final int BATCH_MAX = 10;

    private final StoreModel model;
    private final Engine engine;
    private final SettableClock clock;
    private final GatedWriter gate;
    private final GroupCommit commits;
    private int failures;

    /** Starts to write to the engine's database by a writer of its own. */
    public FaultRun(Engine engine, BatchWriter writer, SettableClock clock) {
        this.model = new StoreModel(clock);
        this.engine = engine;
        this.clock = clock;
        this.gate = new GatedWriter(writer);
        this.commits = new GroupCommit(gate, new BatchLimits(QUEUE_MAX, BATCH_MAX));
    }

    /**
     * Writes the bursts: of each the first command in one transaction and the others together in the next.
     *
     * @return whether the last command was acknowledged
     */
    public boolean write(List<List<Wish>> bursts) throws InterruptedException {
        boolean acknowledged = false;
        for (List<Wish> burst : bursts) {
            acknowledged = writeBurst(burst);
        }
        return acknowledged;
    }

    /** How many commands failed. */
    public int failures() {
        return failures;
    }

    /** Demands that what was acknowledged is in the database wholly, and what failed is not at all; there must be no more faults. */
    public void requireNothingLostAndNothingHalf(List<FindSettings> queries) {
        commits.close();
        try (Store store = engine.open(clock)) {
            for (FindSettings query : queries) {
                assertThat(store.find(query).toCompletableFuture().join()).isEqualTo(model.find(query));
            }
        }
        assertThat(engine.changeLog()).isEqualTo(model.changeLog());
    }

    private boolean writeBurst(List<Wish> burst) throws InterruptedException {
        List<Command<?>> commands = new ArrayList<>();
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        gate.hold();
        for (Wish wish : burst) {
            Command<?> command = wish.command(model);
            commands.add(command);
            outcomes.add(commits.submit(command).toCompletableFuture());
            if (commands.size() == 1) {
                gate.awaitBatch();
            }
        }
        gate.letGo();
        boolean acknowledged = false;
        for (int i = 0; i < commands.size(); i++) {
            acknowledged = isAcknowledged(commands.get(i), outcomes.get(i));
        }
        return acknowledged;
    }

    private boolean isAcknowledged(Command<?> command, CompletableFuture<?> outcome) {
        try {
            model.require(command, outcome.join());
            return true;
        } catch (CompletionException failure) {
            assertThat(failure.getCause()).isInstanceOfAny(StoreUnavailable.class, OutcomeUnknown.class);
            failures++;
            return false;
        }
    }

    @Override
    public void close() {
        commits.close();
    }
}
