package agentsettings.bench;

import agentsettings.bench.plots.Plots;
import agentsettings.bench.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the plots of earlier results again. */
@Command(
        name = "plots",
        mixinStandardHelpOptions = true,
        description = "Draws the plots in a folder of results again, from its results.csv.")
final class PlotsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder (default: the newest in bench/results).")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Path drawn = folder == null ? newest() : folder;
        if (!Files.exists(drawn.resolve(Results.FILE))) {
            throw new ParameterException(spec.commandLine(), drawn + ": has no " + Results.FILE + ".");
        }
        new Plots(Results.read(drawn)).write(drawn);
        System.out.println(drawn);
        return 0;
    }

    private Path newest() throws IOException {
        return Results.folders(Path.of(System.getProperty("bench.home"), "results")).stream()
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "bench/results: has no results."));
    }
}
