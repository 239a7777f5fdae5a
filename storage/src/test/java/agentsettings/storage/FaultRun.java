package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.queue.BatchWriter;
import agentsettings.storage.queue.GatedWriter;
import agentsettings.storage.queue.GroupCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final List<GatedCommit> lanes = new ArrayList<>();
    private int failures;

    /** A lane, whose batches a gate holds up while commands are submitted. */
    private record GatedCommit(GatedWriter gate, GroupCommit commits) {}

    /** Starts to write to the engine's database in a lane for each of these writers. */
    public FaultRun(Engine engine, List<BatchWriter> writers, SettableClock clock) {
        this.model = new StoreModel(clock, engine.lanes());
        this.engine = engine;
        this.clock = clock;
        for (BatchWriter writer : writers) {
            GatedWriter gate = new GatedWriter(writer);
            lanes.add(new GatedCommit(
                    gate, new GroupCommit(gate, new BatchLimits(QUEUE_MAX, BATCH_MAX), StorageObserver.NONE)));
        }
    }

    /**
     * Writes the bursts, each in one lane after the other: of the lane's commands the first in one transaction and the others
     * together in the next.
     *
     * @return whether the last command was acknowledged
     */
    public boolean write(List<List<Wish>> bursts) throws InterruptedException {
        boolean acknowledged = false;
        for (List<Wish> burst : bursts) {
            for (int i = 0; i < lanes.size(); i++) {
                int lane = i;
                List<Wish> ofLane = burst.stream()
                        .filter(wish -> Math.floorMod(Objects.hashCode(wish.userId()), lanes.size()) == lane)
                        .toList();
                acknowledged = ofLane.isEmpty() ? acknowledged : writeBurst(ofLane, lanes.get(i));
            }
        }
        return acknowledged;
    }

    /** How many commands failed. */
    public int failures() {
        return failures;
    }

    /** Demands that what was acknowledged is in the database wholly, and what failed is not at all; there must be no more faults. */
    public void requireNothingLostAndNothingHalf(List<FindSettings> queries) {
        lanes.forEach(lane -> lane.commits.close());
        try (Store store = engine.open(clock)) {
            for (FindSettings query : queries) {
                assertThat(store.find(query).toCompletableFuture().join()).isEqualTo(model.find(query));
            }
        }
        assertThat(engine.changeLog()).isEqualTo(model.changeLog());
        assertThat(engine.findings()).isEmpty();
    }

    private boolean writeBurst(List<Wish> burst, GatedCommit lane) throws InterruptedException {
        List<Command<?>> commands = new ArrayList<>();
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        lane.gate.hold();
        for (Wish wish : burst) {
            Command<?> command = wish.command(model);
            commands.add(command);
            outcomes.add(lane.commits.submit(command).toCompletableFuture());
            if (commands.size() == 1) {
                lane.gate.awaitBatch();
            }
        }
        lane.gate.letGo();
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
        lanes.forEach(lane -> lane.commits.close());
    }
}
