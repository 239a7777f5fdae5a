package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Durable writes to the embedded store with a number of callers, each of which has one write pending. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WritesBench extends ShortRuns {

    private static final int WRITES = 1024;

    @Param({"1", "16", "64"})
    public int callers;

    private StoredAgents agents;
    private int next;
    private volatile Object unexpected;

    @Setup
    public void open() throws IOException {
        agents = new StoredAgents(Runnable::run);
    }

    @TearDown
    public void close() throws IOException {
        agents.close();
    }

    @Benchmark
    @OperationsPerInvocation(WRITES)
    public void update() throws InterruptedException {
        Semaphore idle = new Semaphore(callers);
        for (int i = 0; i < WRITES; i++) {
            int agent = agents.scattered(next++);
            var update = new UpdateSettings(
                    Samples.CALLER, agents.settingsId(agent), agents.userId(agent), Samples.SETTINGS);
            write(update, UpdateSettings.Updated.class, idle);
        }
        requireAllDone(idle);
    }

    /** Half of the writes are creates, each followed by its delete. */
    @Benchmark
    @OperationsPerInvocation(WRITES)
    public void createAndDelete() throws InterruptedException {
        Semaphore idle = new Semaphore(callers);
        for (int i = 0; i < WRITES; i += 2) {
            String user = agents.userId(StoredAgents.WITH_SETTINGS + agents.scattered(next++));
            var create = new CreateSettings(Samples.CALLER, user, Samples.SETTINGS, null);
            write(create, CreateSettings.Created.class, idle);
            write(new DeleteSettings(Samples.CALLER, user), DeleteSettings.Deleted.class, idle);
        }
        requireAllDone(idle);
    }

    private void write(Command<?> command, Class<?> expected, Semaphore idle) throws InterruptedException {
        idle.acquire();
        var _ = agents.store().write(command).whenComplete((outcome, failure) -> {
            if (!expected.isInstance(outcome)) {
                unexpected = failure == null ? outcome : failure;
            }
            idle.release();
        });
    }

    private void requireAllDone(Semaphore idle) throws InterruptedException {
        idle.acquire(callers);
        if (unexpected != null) {
            throw new IllegalStateException("unexpected outcome: " + unexpected);
        }
    }
}
