package agentsettings.bench;

import agentsettings.bench.plots.Plots;
import agentsettings.bench.results.Results;
import agentsettings.bench.results.Table;
import agentsettings.bench.results.Targets;
import agentsettings.bench.results.VersionComparison;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run leaves: figures, tables, plots, and where they were made. */
record Report(Results results, VersionComparison versions, Machine machine) {

    /** Writes them into a new folder, named by the day, and names it. */
    Path write(Path parent) throws IOException {
        Path folder = newFolder(parent, machine.day().toString());
        results.write(folder);
        Files.writeString(folder.resolve("machine.txt"), machine.toString());
        Files.writeString(folder.resolve("table.md"), """
                # Measured

                Medians of the rounds, with the least and the most of them in brackets; ratios are taken within each round. README.md in the
                bench's folder tells how to read them, machine.txt where they were made.

                %s
                %s""".formatted(summary(), new Table(results)));
        new Plots(results).write(folder);
        return folder;
    }

    private String summary() {
        return versions.isPossible()
                ? "## This version and the one before\n\n" + versions
                : "## Targets\n\n" + new Targets(results);
    }

    private static Path newFolder(Path parent, String day) throws IOException {
        Files.createDirectories(parent);
        for (int i = 1; ; i++) {
            try {
                return Files.createDirectory(parent.resolve(i == 1 ? day : "%s-%02d".formatted(day, i)));
            } catch (FileAlreadyExistsException taken) {
                // the next may be free
            }
        }
    }
}
