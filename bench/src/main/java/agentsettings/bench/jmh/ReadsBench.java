package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.commands.FindSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Queries the embedded store, one by one and in batches; figures are per query. */
public class ReadsBench extends ShortRuns {

    private static final int BATCH_SIZE = 16;

    private StoredAgents agents;
    private Runnable batch = () -> {};
    private boolean batching;
    private int next;

    @Setup
    public void open() throws IOException {
        agents = new StoredAgents(task -> {
            if (batching) {
                batch = task;
            } else {
                task.run();
            }
        });
    }

    @TearDown
    public void close() throws IOException {
        agents.close();
    }

    @Benchmark
    public FindSettings.Found one() {
        return found(agents.store().find(query()));
    }

    @Benchmark
    @OperationsPerInvocation(BATCH_SIZE)
    public List<FindSettings.Found> sixteen() {
        batching = true;
        List<CompletionStage<FindSettings.Outcome>> stages = IntStream.range(0, BATCH_SIZE)
                .mapToObj(i -> agents.store().find(query()))
                .toList();
        batching = false;
        batch.run();
        return stages.stream().map(ReadsBench::found).toList();
    }

    private FindSettings query() {
        return new FindSettings(Samples.TENANT, agents.userId(agents.scattered(next++)));
    }

    private static FindSettings.Found found(CompletionStage<FindSettings.Outcome> stage) {
        return (FindSettings.Found) stage.toCompletableFuture().join();
    }
}
