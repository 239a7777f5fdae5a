package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.CollectorLog;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.util.List;

/**
 * Measures the CPU time and allocation that a load costs a server.
 *
 * @param others processes that work for the server
 */
public record Meter(Server server, List<Processes> others) {

    /** A load to be measured. */
    @FunctionalInterface
    public interface Load {
        /** Runs the load. */
        Figures run() throws IOException;
    }

    /** Runs the load and adds CPU time and allocated memory to its figures. */
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
