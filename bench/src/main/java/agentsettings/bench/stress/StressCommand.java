package agentsettings.bench.stress;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.CpuPinning;
import agentsettings.bench.servers.Workspace;
import agentsettings.bench.stress.TestedService.EngineKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the service behaves beyond its capacity and towards clients that misbehave. Exits with 1 if a target is missed. */
@Command(
        name = "stress",
        mixinStandardHelpOptions = true,
        description = {
            "Loads the service beyond its capacity, and with clients that misbehave beside good ones.",
            "Exits with 1 if a target is missed."
        })
public final class StressCommand implements Callable<Integer> {

    /** The loads. */
    enum Kind {
        overload,
        slowloris,
        unread
    }

    @Parameters(
            paramLabel = "LOAD",
            arity = "0..*",
            description = "The loads: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Kind> kinds = List.of(Kind.values());

    @Option(
            names = "--engine",
            defaultValue = "sqlite",
            description = "The database: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineKind engine;

    @Option(
            names = "--server-cpus",
            defaultValue = "0",
            description = "Processors of the server, as taskset knows them; empty for all (default: ${DEFAULT-VALUE}).")
    private String serverCpus;

    @Option(
            names = "--client-cpus",
            defaultValue = "1",
            description = "Processors of the clients; empty for all (default: ${DEFAULT-VALUE}).")
    private String clientCpus;

    @Option(
            names = "--connections",
            defaultValue = "2000",
            description = "Connections of the overload (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--usual",
            defaultValue = "0.25",
            description =
                    "Load of the good clients of slowloris, as a part of the capacity (default: ${DEFAULT-VALUE}).")
    private double usual;

    @Option(
            names = "--seconds",
            defaultValue = "15",
            description = "Duration of each load (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--users",
            defaultValue = "4000000",
            description = "Users to create settings for; each is used once (default: ${DEFAULT-VALUE}).")
    private long users;

    @Override
    public Integer call() throws IOException, SQLException {
        CpuPinning pinning = new CpuPinning(serverCpus, clientCpus);
        pinning.pinClients();
        boolean isGood = true;
        for (Kind kind : kinds) {
            Path home = Path.of(System.getProperty("bench.home"));
            try (Workspace workspace = Workspace.in(home, Path.of(System.getProperty("java.io.tmpdir")))) {
                isGood &= run(kind, pinning, workspace);
            }
        }
        return isGood ? 0 : 1;
    }

    private boolean run(Kind kind, CpuPinning pinning, Workspace workspace) throws IOException, SQLException {
        Duration duration = Duration.ofSeconds(seconds);
        StressTest test = switch (kind) {
            case overload -> new Overload(connections, duration);
            case slowloris -> new Slowloris(usual, duration);
            case unread -> new UnreadResponses(duration);
        };
        try (TestedService tested = TestedService.start(workspace, engine, pinning, new Seeds(users, 0))) {
            workspace.settle();
            System.out.printf("%s, %s, %s%n%s%n", kind, engine, pinning, LoadTable.HEADER);
            Verdict verdict = test.run(tested);
            System.out.println(verdict);
            return verdict.isGood();
        }
    }
}
