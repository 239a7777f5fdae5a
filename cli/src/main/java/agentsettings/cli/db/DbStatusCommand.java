package agentsettings.cli.db;

import agentsettings.server.Databases;
import agentsettings.server.config.StorageConfig;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what there is of a database. Changes nothing, and makes none. */
@Command(
        name = "status",
        description = "Shows the engine, the schema's migrations, the number of rows of each table and, for PostgreSQL,"
                + " Citus and the node numbers in use. Changes nothing.",
        mixinStandardHelpOptions = true)
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
            out.println("There is no database in " + config.data() + " yet; serve or db migrate makes one.");
            out.flush();
            return 0;
        }
        try (Database database = Databases.openUnmigrated(config)) {
            Map<String, String> facts = database.facts();
            List<Migration> migrations = database.migrations();
            out.printf("%-14s %s%n", "Database", database);
            facts.forEach((name, fact) -> out.printf("%-14s %s%n", name, fact));
            out.println("Migrations");
            migrations.forEach(step -> out.printf(
                    "  %-4s %-30s %s%n", step.version(), step.description(), step.applied() ? "applied" : "pending"));
            out.println("Rows");
            database.rowCounts().forEach((table, rows) -> out.printf("  %-24s %,14d%n", table, rows));
        }
        out.flush();
        return 0;
    }
}
