package agentsettings.cli.db;

import agentsettings.server.Databases;
import agentsettings.server.config.ConfigException;
import agentsettings.server.config.StorageConfig;
import agentsettings.storage.Database;
import agentsettings.storage.copy.DatabaseCopy;
import agentsettings.storage.copy.TableCopy;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a database into an empty one of the other engine. */
@Command(
        name = "copy",
        description =
                "Copies a database into an empty one of the other engine, wholly or not at all, and compares the two"
                        + " before it commits. No server may run on either.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "DIR is the data folder of an embedded database; for URL, jdbc:postgresql://…, user and password come from the"
                    + " configuration, as AGENTSETTINGS_STORAGE_DATABASE_USER and …_PASSWORD."
        })
final class DbCopyCommand implements Callable<Integer> {

    private static final String FORMAT = "%-24s %14s  %-16s  %s%n";

    @Mixin
    private ConfigurationOption configuration;

    @Option(names = "--from", paramLabel = "DIR|URL", required = true, description = "what to copy")
    private String from;

    @Option(names = "--to", paramLabel = "DIR|URL", required = true, description = "where to; must hold nothing yet")
    private String to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StorageConfig sourceConfig = storage("--from", from);
        StorageConfig targetConfig = storage("--to", to);
        if (sourceConfig.database().isEmpty() == targetConfig.database().isEmpty()) {
            throw new IllegalArgumentException("--to: must be of the other engine than --from: a folder and a"
                    + " jdbc:postgresql://… database, either way.");
        }
        if (Databases.isAbsent(sourceConfig)) {
            throw new IllegalArgumentException("--from: there is no database in " + from + ".");
        }
        try (Database source = Databases.openExclusive(sourceConfig);
                Database target = Databases.openExclusive(targetConfig)) {
            return report(new DatabaseCopy(progress()).copy(source, target), target);
        }
    }

    private StorageConfig storage(String option, String place) {
        boolean isUrl = place.startsWith("jdbc:");
        try {
            return configuration
                    .read()
                    .flag("storage.database", isUrl ? place : "")
                    .flag("storage.data", isUrl ? null : place)
                    .read()
                    .storage();
        } catch (ConfigException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e.getCause());
        }
    }

    @SuppressWarnings("SystemConsoleNull") // which JDK 25 gives again where there is no terminal
    private ProgressBar progress() {
        Console console = System.console();
        return new ProgressBar(spec.commandLine().getErr(), console != null && console.isTerminal());
    }

    private int report(List<TableCopy> copies, Database target) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(FORMAT, "TABLE", "ROWS", "CHECKSUM", "EQUAL");
        for (TableCopy copy : copies) {
            out.printf(FORMAT, copy.table(), number(copy.rows()), hex(copy.checksum()), copy.equal() ? "yes" : "NO");
            if (!copy.equal()) {
                out.printf(FORMAT, "  in the target", number(copy.copiedRows()), hex(copy.copiedChecksum()), "");
            }
        }
        boolean equal = copies.stream().allMatch(TableCopy::equal);
        out.println(
                equal
                        ? "All is copied to " + target + ". Its server needs the same file secret-hash.key in its data"
                                + " folder: without it no app's secret can be checked."
                        : "The copy differs from what was copied, so it was undone: " + target + " is still empty.");
        out.flush();
        return equal ? 0 : 1;
    }

    private static String number(long rows) {
        return String.format("%,d", rows);
    }

    private static String hex(long checksum) {
        return String.format("%016x", checksum);
    }
}
