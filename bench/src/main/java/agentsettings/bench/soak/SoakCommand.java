package agentsettings.bench.soak;

import agentsettings.bench.servers.CpuPinning;
import agentsettings.bench.servers.Workspace;
import agentsettings.bench.stress.TestedService;
import agentsettings.bench.stress.TestedService.EngineKind;
import agentsettings.bench.stress.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the service for an hour, and shows what has grown meanwhile. Exits with 1 if something has, or a response is unexplained. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Loads the service with all operations at 70 %% of its capacity, with clients that die and bad clients beside.",
            "Exits with 1 if memory, threads or descriptors grow, a response is unexplained, or an acknowledged write is missing."
        })
public final class SoakCommand implements Callable<Integer> {

    @Option(
            names = "--engine",
            defaultValue = "sqlite",
            description = "The database: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineKind engine;

    @Option(names = "--minutes", defaultValue = "60", description = "Duration (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--cpus",
            defaultValue = "",
            description = "Processors of the server and its clients, as taskset knows them (default: all).")
    private String cpus;

    @Override
    public Integer call() throws IOException, SQLException {
        CpuPinning pinning = new CpuPinning(cpus, cpus);
        pinning.pinClients();
        Path home = Path.of(System.getProperty("bench.home"));
        try (Workspace workspace = Workspace.in(home, Path.of(System.getProperty("java.io.tmpdir")));
                TestedService service = TestedService.start(workspace, engine, pinning, Soak.seeds())) {
            workspace.settle();
            System.out.printf("soak, %s, %d minutes, %s%n", engine, minutes, pinning);
            Verdict verdict = new Soak(service).run(Duration.ofMinutes(minutes), workspace);
            System.out.println(verdict);
            return verdict.isGood() ? 0 : 1;
        }
    }
}
