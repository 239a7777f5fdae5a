package agentsettings.cli.app;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.core.apps.App;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the apps, never their secrets. */
@Command(name = "list", description = "Lists the apps.")
final class AppListCommand implements Callable<Integer> {

    private static final String FORMAT = "%-34s %-14s %-8s %-9s %s%n";

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<App> apps = database.inDirectory(
                Databases::openForReading,
                directory -> directory.apps(unreadable -> err.println("agentsettings: " + unreadable)));
        out.printf(FORMAT, "KEY", "TENANT", "EDITION", "STATE", "CREATED");
        apps.forEach(app -> out.printf(
                FORMAT,
                app.key(),
                app.tenantId(),
                app.edition().year(),
                app.enabled() ? "enabled" : "disabled",
                app.createdAt()));
        out.flush();
        return 0;
    }
}
