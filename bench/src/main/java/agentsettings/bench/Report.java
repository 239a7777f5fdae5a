package agentsettings.bench;

import agentsettings.bench.plots.Plots;
import agentsettings.bench.results.ResultTables;
import agentsettings.bench.results.Results;
import agentsettings.bench.results.Targets;
import agentsettings.bench.results.VersionComparison;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The report of a run: figures, tables, plots, and a description of the machine. */
record Report(Results results, VersionComparison versions, Machine machine) {

    /** Writes the report to a new folder named by the day, and returns it. */
    Path write(Path parent) throws IOException {
        Path folder = newFolder(parent, machine.day().toString());
        results.write(folder);
        Files.writeString(folder.resolve("machine.txt"), machine.toString());
        Files.writeString(folder.resolve("table.md"), """
                # Measured

                Medians of the rounds, with minimum and maximum in brackets; ratios are taken within each round. README.md in the bench's
                folder explains the columns; machine.txt describes the machine.

                %s
                %s""".formatted(summary(), new ResultTables(results)));
        new Plots(results).write(folder);
        return folder;
    }

    private String summary() {
        String targets = "## Targets\n\n" + new Targets(results);
        return versions.isPossible() ? "## This version and the one before\n\n" + versions + "\n" + targets : targets;
    }

    private static Path newFolder(Path parent, String day) throws IOException {
        Files.createDirectories(parent);
        for (int i = 1; ; i++) {
            try {
                return Files.createDirectory(
                        parent.resolve(i == 1 ? day : String.format(Locale.ROOT, "%s-%02d", day, i)));
            } catch (FileAlreadyExistsException taken) {
                // try the next
            }
        }
    }
}
