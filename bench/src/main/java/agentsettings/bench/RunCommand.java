package agentsettings.bench;

import agentsettings.bench.groups.Embedded;
import agentsettings.bench.groups.EmbeddedEngine;
import agentsettings.bench.groups.Group;
import agentsettings.bench.groups.Memory;
import agentsettings.bench.groups.OnPostgres;
import agentsettings.bench.groups.Peers;
import agentsettings.bench.groups.PostgresEngine;
import agentsettings.bench.groups.Scale;
import agentsettings.bench.groups.Sizes;
import agentsettings.bench.groups.Start;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.results.Results;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures everything and writes the results. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the service, what limits it and what could be used instead, in turn, round after round, and writes tables, plots and "
                    + "figures to a new folder in bench/results.",
            "Takes about 45 minutes and 15 GB in $TMPDIR (default: /tmp), which must not be in memory. Run nothing beside it."
        })
final class RunCommand implements Callable<Integer> {

    private static final int CREATES_A_SECOND = 45_000;
    private static final long LARGE = 5_000_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", description = "Rounds that count (default: ${DEFAULT-VALUE}).", defaultValue = "5")
    private int rounds;

    @Option(
            names = "--seconds",
            description = "Length of each measurement (default: ${DEFAULT-VALUE}).",
            defaultValue = "4")
    private int seconds;

    @Option(
            names = "--warm-up",
            description =
                    "Length of the measurements of the round before, which doesn't count (default: ${DEFAULT-VALUE}).",
            defaultValue = "8")
    private int warmUp;

    @Option(
            names = "--only",
            split = ",",
            description = "These groups alone: embedded, sizes, postgres, postgres-sizes, peers, start, memory.")
    private List<String> only;

    @Option(
            names = "--quick",
            description =
                    "Tries everything in a quarter of an hour: one round of two seconds, small databases. Its figures mean nothing.")
    private boolean quick;

    /** Starts the servers of a group. */
    @FunctionalInterface
    private interface Opener {
        Group open() throws IOException, SQLException;
    }

    @Override
    public Integer call() throws Exception {
        Tools.require(only);
        Path home = Path.of(System.getProperty("bench.home"));
        Scale scale = quick
                ? new Scale(1, 2, 6, 250_000, CREATES_A_SECOND)
                : new Scale(rounds, seconds, warmUp, LARGE, CREATES_A_SECOND);
        try (Workplace workplace = Workplace.in(home, Path.of(System.getProperty("java.io.tmpdir")))) {
            Thread cleaner = new Thread(() -> close(workplace));
            Runtime.getRuntime().addShutdownHook(cleaner);
            Results results = new Results(new ArrayList<>());
            boolean good = true;
            Map<String, Opener> groups = groups(workplace, scale);
            requireKnown(groups);
            for (Map.Entry<String, Opener> each : groups.entrySet()) {
                if (only == null || only.contains(each.getKey())) {
                    good &= run(each.getKey(), each.getValue(), workplace, scale, results);
                }
            }
            Report report = new Report(
                    results, new Machine(LocalDate.now(ZoneOffset.UTC), scale, home.getParent(), workplace.folder()));
            System.out.println(report.write(home.resolve("results")));
            Runtime.getRuntime().removeShutdownHook(cleaner);
            return good ? 0 : Bench.FAILED;
        }
    }

    /** A group that fails leaves no figures, and those of the others as they are. */
    private static boolean run(String name, Opener opener, Workplace workplace, Scale scale, Results results)
            throws IOException {
        System.err.println("Starting the servers of " + name + ".");
        try {
            Group group = opener.open();
            workplace.settle();
            results.measurements().addAll(new Rounds(group, scale).run());
            return true;
        } catch (Exception e) {
            System.err.println("bench: " + name + ": " + e);
            return false;
        } finally {
            workplace.clear();
        }
    }

    private static Map<String, Opener> groups(Workplace workplace, Scale scale) throws IOException {
        Wrk wrk = new Wrk(workplace.resource("requests.lua"));
        Map<String, Opener> groups = new LinkedHashMap<>();
        groups.put("start", () -> new Start(workplace));
        groups.put("memory", () -> new Memory(workplace, wrk, scale));
        groups.put("embedded", () -> new Embedded(workplace, wrk, scale));
        groups.put("sizes", () -> new Sizes("sizes", wrk, scale, new EmbeddedEngine(workplace)));
        groups.put("postgres", () -> new OnPostgres(workplace, wrk, scale));
        groups.put("postgres-sizes", () -> new Sizes("postgres-sizes", wrk, scale, new PostgresEngine(workplace)));
        groups.put("peers", () -> new Peers(workplace, wrk, scale));
        return groups;
    }

    private void requireKnown(Map<String, Opener> groups) {
        if (only != null && !groups.keySet().containsAll(only)) {
            throw new ParameterException(
                    spec.commandLine(), "--only: the groups are " + String.join(", ", groups.keySet()) + ".");
        }
    }

    private static void close(Workplace workplace) {
        try {
            workplace.close();
        } catch (IOException e) {
            System.err.println("Left behind: " + workplace.folder());
        }
    }
}
