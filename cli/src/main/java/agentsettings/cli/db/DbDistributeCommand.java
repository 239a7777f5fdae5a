package agentsettings.cli.db;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.server.Databases;
import agentsettings.storage.Database;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Distributes a PostgreSQL database over the nodes of a Citus cluster. */
@Command(
        name = "distribute",
        description = "Distributes the large tables over a Citus cluster by tenant space, and makes the small ones"
                + " reference tables. Requires the Citus extension in the database.")
final class DbDistributeCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (options.storage().database().isEmpty()) {
            throw new IllegalArgumentException(
                    "--database: must name a PostgreSQL database, as jdbc:postgresql://…; the embedded database cannot be"
                            + " distributed.");
        }
        try (Database database = Databases.openUnmigrated(options.storage())) {
            List<String> distributed = database.distribute();
            distributed.forEach(table -> out.println("Distributed: " + table));
            if (distributed.isEmpty()) {
                out.println("The tables of " + database + " are already distributed.");
            }
        }
        out.flush();
        return 0;
    }
}
