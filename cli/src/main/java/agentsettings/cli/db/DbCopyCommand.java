package agentsettings.cli.db;

import agentsettings.cli.options.ConfigurationOption;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.server.Databases;
import agentsettings.server.config.StorageConfig;
import agentsettings.storage.Database;
import agentsettings.storage.copy.DatabaseCopy;
import agentsettings.storage.copy.TableComparison;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Copies a database into an empty one of the other engine. */
@Command(
        name = "copy",
        description = "Copies a database into an empty one of the other engine, in one transaction. Compares the copy"
                + " with the source before it commits. No server may run on either.",
        footer = {
            "",
            "DIR is the data folder of an embedded database, URL is jdbc:postgresql://…. User and password for PostgreSQL"
                    + " come from the configuration, as AGENTSETTINGS_STORAGE_DATABASE_USER and …_PASSWORD."
        })
final class DbCopyCommand implements Callable<Integer> {

    private static final String FORMAT = "%-24s %14s  %-16s  %s%n";

    @Mixin
    private ConfigurationOption configuration;

    @Option(names = "--from", paramLabel = "DIR|URL", required = true, description = "the database to copy")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "DIR|URL",
            required = true,
            description = "the database to copy to; must be empty")
    private String to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StorageConfig sourceConfig = storage("--from", from);
        StorageConfig targetConfig = storage("--to", to);
        if (sourceConfig.database().isEmpty() == targetConfig.database().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from, --to: source and target use the same engine; one must be a folder, the other"
                            + " jdbc:postgresql://….");
        }
        if (Databases.isAbsent(sourceConfig)) {
            throw new IllegalArgumentException("--from: no database in " + from + ".");
        }
        try (Database source = Databases.openExclusive(sourceConfig);
                Database target = Databases.openExclusive(targetConfig)) {
            return report(copy(source, target), target);
        }
    }

    private StorageConfig storage(String option, String place) {
        boolean isUrl = place.startsWith("jdbc:") || place.contains("://");
        return configuration
                .read()
                .option(option, "storage.database", isUrl ? place : "")
                .option(option, "storage.data", isUrl ? null : place)
                .read()
                .storage();
    }

    private List<TableComparison> copy(Database source, Database target) {
        try (WorkProgressBar bar = WorkProgressBar.on(spec.commandLine().getErr())) {
            return new DatabaseCopy(new BarProgress(bar)).copy(source, target);
        }
    }

    private int report(List<TableComparison> comparisons, Database target) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(FORMAT, "TABLE", "ROWS", "CHECKSUM", "EQUAL");
        for (TableComparison table : comparisons) {
            out.printf(
                    FORMAT, table.table(), number(table.rows()), hex(table.checksum()), table.equal() ? "yes" : "NO");
            if (!table.equal()) {
                out.printf(FORMAT, "  in the target", number(table.copiedRows()), hex(table.copiedChecksum()), "");
            }
        }
        boolean equal = comparisons.stream().allMatch(TableComparison::equal);
        out.println(
                equal
                        ? "Everything is copied to " + target
                                + ". Copy the file secret-hash.key into the data folder of"
                                + " its server: without it no secret can be verified."
                        : "The copy differs from the source and was rolled back: " + target + " is still empty.");
        out.flush();
        return equal ? 0 : 1;
    }

    private static String number(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private static String hex(long checksum) {
        return String.format(Locale.ROOT, "%016x", checksum);
    }
}
