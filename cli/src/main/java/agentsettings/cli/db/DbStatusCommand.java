package agentsettings.cli.db;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.server.Databases;
import agentsettings.server.config.StorageConfig;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the state of a database. Changes nothing, and creates none. */
@Command(
        name = "status",
        description =
                "Shows the engine, the migrations, the number of rows in each table and, for PostgreSQL, Citus and"
                        + " the node numbers in use. Changes nothing.")
final class DbStatusCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StorageConfig config = options.storage();
        if (Databases.isAbsent(config)) {
            out.println(Databases.describeAbsence(config));
            out.flush();
            return 0;
        }
        try (Database database = Databases.openUnmigrated(config)) {
            Map<String, String> facts = database.facts();
            List<Migration> migrations = database.migrations();
            Map<String, Long> rows = database.rowCounts();
            out.printf("%-14s %s%n", "Database", database);
            facts.forEach((name, fact) -> out.printf("%-14s %s%n", name, fact));
            out.println("Migrations");
            migrations.forEach(step -> out.printf(
                    "  %-4s %-30s %s%n", step.version(), step.description(), step.applied() ? "applied" : "pending"));
            out.println("Rows");
            rows.forEach((table, count) -> out.printf(Locale.ROOT, "  %-24s %,14d%n", table, count));
        }
        out.flush();
        return 0;
    }
}
