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

/** Questions to the embedded store, one by one and together; figures are those of one question. */
public class ReadsBench extends ShortRuns {

    private static final int TOGETHER = 16;

    private StoredAgents agents;
    private int next;

    @Setup
    public void open() throws IOException {
        agents = new StoredAgents();
    }

    @TearDown
    public void close() throws IOException {
        agents.close();
    }

    @Benchmark
    public FindSettings.Found one() {
        return found(agents.store().find(List.of(question())).getFirst());
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public List<FindSettings.Found> sixteen() {
        List<FindSettings> questions =
                IntStream.range(0, TOGETHER).mapToObj(i -> question()).toList();
        return agents.store().find(questions).stream().map(ReadsBench::found).toList();
    }

    private FindSettings question() {
        return new FindSettings(Samples.TENANT, agents.userId(agents.scattered(next++)));
    }

    private static FindSettings.Found found(CompletionStage<FindSettings.Outcome> stage) {
        return (FindSettings.Found) stage.toCompletableFuture().join();
    }
}
