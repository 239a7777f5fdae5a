package agentsettings.bench;

import agentsettings.bench.groups.Group;
import agentsettings.bench.groups.Scale;
import agentsettings.bench.results.Measurement;
import agentsettings.bench.results.Results;
import agentsettings.bench.results.VersionComparison;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the measurements and writes the results. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the service, what limits it and its alternatives, in turn, round after round, and writes tables, plots and figures to a "
                    + "new folder in bench/results.",
            "Takes about 45 minutes and 15 GB in $TMPDIR (default: /tmp), which must not be a memory file system. Run nothing else meanwhile.",
            "With --before, exits with 1 if an operation takes more CPU time than in the older version."
        })
final class RunCommand implements Callable<Integer> {

    private static final int CREATES_A_SECOND = 60_000;
    private static final long LARGE = 5_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            description = "Number of rounds, without the warm-up (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int rounds;

    @Option(
            names = "--seconds",
            description = "Seconds of each measurement (default: ${DEFAULT-VALUE}).",
            defaultValue = "4")
    private int seconds;

    @Option(
            names = "--warm-up",
            description = "Seconds of each measurement in the warm-up round (default: ${DEFAULT-VALUE}).",
            defaultValue = "8")
    private int warmUp;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "GROUP",
            description =
                    "Measures only these groups: start, memory, embedded, sizes, postgres, postgres-sizes, peers; with "
                            + "--before also versions, postgres-versions.")
    private List<String> only;

    @Option(
            names = "--before",
            paramLabel = "CHECKOUT",
            description =
                    "Measures this version and the one in CHECKOUT in the same rounds: the groups versions and postgres-versions, "
                            + "and no others unless --only names them.")
    private Path before;

    @Option(
            names = "--percent",
            description = "With --before: accepted increase of CPU time in percent (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    private int percent;

    @Option(
            names = "--starts",
            description =
                    "With --before: number of times that both versions are started, each for a warm-up and --rounds rounds, because "
                            + "processes of one version also differ (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int starts;

    @Option(
            names = "--quick",
            description =
                    "Tries everything in a quarter of an hour: one round of two seconds, small databases. The figures mean nothing.")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        requireCheckout();
        if (before != null && only == null) {
            only = Groups.OF_VERSIONS;
        }
        Tools.require(only);
        Path home = Path.of(System.getProperty("bench.home"));
        Scale scale = quick
                ? new Scale(1, 2, 6, 250_000, CREATES_A_SECOND)
                : new Scale(rounds, seconds, warmUp, LARGE, CREATES_A_SECOND);
        try (Workspace workspace = Workspace.in(home, Path.of(System.getProperty("java.io.tmpdir")))) {
            Thread cleaner = new Thread(() -> close(workspace));
            Runtime.getRuntime().addShutdownHook(cleaner);
            Results results = new Results(new ArrayList<>());
            boolean complete = measure(workspace, scale, results);
            int status = report(results, new Machine(today(), scale, home.getParent(), before, workspace.folder()));
            Runtime.getRuntime().removeShutdownHook(cleaner);
            return complete ? status : Bench.FAILED;
        }
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    }

    /** Returns whether no group failed. */
    private boolean measure(Workspace workspace, Scale scale, Results results) throws IOException {
        boolean complete = true;
        Map<String, Groups.Opener> groups = Groups.of(workspace, scale, before).byName();
        requireKnown(groups);
        for (Map.Entry<String, Groups.Opener> each : groups.entrySet()) {
            if (only == null || only.contains(each.getKey())) {
                complete &= run(each.getKey(), each.getValue(), workspace, scale, results);
            }
        }
        return complete;
    }

    /** A failed group leaves no figures and doesn't affect those of the others. */
    private boolean run(String name, Groups.Opener opener, Workspace workspace, Scale scale, Results results)
            throws IOException {
        int times = Groups.OF_VERSIONS.contains(name) && !quick ? starts : 1;
        List<Measurement> measurements = new ArrayList<>();
        for (int start = 0; start < times; start++) {
            System.err.println("Starting the servers of " + name + ".");
            try {
                Group group = opener.open();
                workspace.settle();
                measurements.addAll(new Rounds(group, scale, start * scale.rounds()).run());
            } catch (Exception e) {
                System.err.println("bench: " + name + ": " + e);
                return false;
            } finally {
                workspace.clear();
            }
        }
        results.measurements().addAll(measurements);
        return true;
    }

    /** Writes the results; returns 1 if an operation exceeds the limit. */
    private int report(Results results, Machine machine) throws IOException {
        VersionComparison comparison = new VersionComparison(results, 1 + percent / 100.0);
        Path parent = Path.of(System.getProperty("bench.home"), "results");
        Path folder = new Report(results, comparison, machine).write(parent);
        if (comparison.isPossible()) {
            System.out.print(comparison);
        }
        System.out.println(folder);
        return comparison.isPossible() && !comparison.isGood() ? 1 : 0;
    }

    private void requireCheckout() throws IOException {
        if (before != null) {
            before = before.toAbsolutePath().normalize();
            if (!Files.isExecutable(before.resolve("agentsettings"))) {
                throw new ParameterException(
                        spec.commandLine(), "--before: " + before + " is not a checkout of AgentSettings.");
            }
        }
    }

    private void requireKnown(Map<String, Groups.Opener> groups) {
        if (only != null && !groups.keySet().containsAll(only)) {
            throw new ParameterException(
                    spec.commandLine(), "--only: the groups are " + String.join(", ", groups.keySet()) + ".");
        }
    }

    private static void close(Workspace workspace) {
        try {
            workspace.close();
        } catch (IOException e) {
            System.err.println("bench: can't delete " + workspace.folder());
        }
    }
}
