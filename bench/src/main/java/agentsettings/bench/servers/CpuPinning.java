package agentsettings.bench.servers;

import java.io.IOException;
import java.util.List;

/**
 * The processors that the server and its clients run on, so that neither takes the other's time.
 *
 * @param server a list of processors as taskset knows it; empty for all. A database server belongs to it
 * @param clients the same for the processes of the bench
 */
public record CpuPinning(String server, String clients) {

    /** What stands before the command of a process that belongs to the server. */
    public List<String> serverPrefix() {
        return server.isEmpty() ? List.of() : List.of("taskset", "-c", server);
    }

    /** Moves this process, with all threads that it has and will have. */
    public void pinClients() throws IOException {
        if (!clients.isEmpty()) {
            Workspace.run(new ProcessBuilder(
                    "taskset",
                    "--all-tasks",
                    "--cpu-list",
                    "--pid",
                    clients,
                    Long.toString(ProcessHandle.current().pid())));
        }
    }

    @Override
    public String toString() {
        return "server on CPU " + (server.isEmpty() ? "any" : server) + ", clients on CPU "
                + (clients.isEmpty() ? "any" : clients);
    }
}
