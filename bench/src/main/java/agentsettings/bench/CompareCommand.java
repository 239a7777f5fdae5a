package agentsettings.bench;

import agentsettings.bench.results.Comparison;
import agentsettings.bench.results.Results;
import agentsettings.bench.results.VersionComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the CPU time of requests in two runs, or of two versions in one run. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the CPU time of the service's requests, relative to nginx's, in two folders of results (default: the two newest).",
            "With one folder, compares the two versions that bench/run --before measured in it.",
            "Exits with 1 if a request takes more CPU time than accepted, or if the newer run misses a target that the older one reached."
        })
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "FOLDER",
            description = "The older and the newer folder, or one with two versions.")
    private List<Path> folders = List.of();

    @Option(
            names = "--percent",
            description = "Accepted increase of CPU time, and beyond a target, in percent (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    private int percent;

    @Override
    public Integer call() throws IOException {
        if (folders.size() == 1) {
            return compareVersions(folders.getFirst());
        }
        List<Path> two = folders.isEmpty() ? newest() : folders;
        if (two.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "FOLDER: two folders of results are needed, or one with two versions.");
        }
        Comparison comparison = new Comparison(Results.read(two.get(0)), Results.read(two.get(1)), limit());
        if (!comparison.isPossible()) {
            throw new ParameterException(
                    spec.commandLine(), "FOLDER: both must contain the group embedded with at least three rounds.");
        }
        System.out.printf("%s -> %s%n%s", two.get(0).getFileName(), two.get(1).getFileName(), comparison);
        return comparison.isGood() ? 0 : 1;
    }

    private int compareVersions(Path folder) {
        VersionComparison comparison = new VersionComparison(Results.read(folder), limit());
        if (!comparison.isPossible()) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + ": has no measurements of two versions; make them with bench/run --before.");
        }
        System.out.print(comparison);
        return comparison.isGood() ? 0 : 1;
    }

    private double limit() {
        return 1 + percent / 100.0;
    }

    private static List<Path> newest() throws IOException {
        List<Path> all = Results.folders(Path.of(System.getProperty("bench.home"), "results"));
        return all.subList(Math.max(0, all.size() - 2), all.size());
    }
}
