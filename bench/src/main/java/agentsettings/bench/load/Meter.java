package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.CollectorLog;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.util.List;

/**
 * Tells what a load costs a server.
 *
 * @param others processes that work for the server, too
 */
public record Meter(Server server, List<Processes> others) {

    /** What is measured. */
    @FunctionalInterface
    public interface Load {
        /** Carries it out. */
        Figures run() throws IOException;
    }

    /** The load's figures, with processor time and memory allocated. */
    public Figures of(Load load) throws IOException {
        CollectorLog.Allocated allocated = server.allocated();
        double others = othersMicros();
        double own = server.processes().cpuMicros();
        Figures figures = load.run();
        own = server.processes().cpuMicros() - own;
        others = othersMicros() - others;
        return figures.withCpu(own, own + others)
                .withAllocated(server.allocated().since(allocated));
    }

    private double othersMicros() {
        return others.stream().mapToDouble(Processes::cpuMicros).sum();
    }
}
