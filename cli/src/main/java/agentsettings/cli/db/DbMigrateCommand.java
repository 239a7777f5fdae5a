package agentsettings.cli.db;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.server.Databases;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Applies the pending migrations. */
@Command(
        name = "migrate",
        description = "Applies the pending migrations. Creates the embedded database if there is none.")
final class DbMigrateCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = Databases.openUnmigrated(options.storage())) {
            List<Migration> pending = pending(database);
            if (pending.isEmpty()) {
                out.println("The schema of " + database + " is up to date.");
            } else {
                print(out, "Pending", pending);
                out.flush();
                database.migrate();
                pending.removeAll(pending(database));
                print(out, "Applied", pending);
                out.println("The schema of " + database + " is now up to date.");
            }
        }
        out.flush();
        return 0;
    }

    private static List<Migration> pending(Database database) {
        return new ArrayList<>(
                database.migrations().stream().filter(step -> !step.applied()).toList());
    }

    private static void print(PrintWriter out, String title, List<Migration> steps) {
        steps.forEach(step -> out.println(title + ": " + step.version() + " " + step.description()));
    }
}
