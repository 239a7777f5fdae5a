package agentsettings.cli.app;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.output.OutputOption;
import agentsettings.core.apps.App;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the apps, never their secrets. */
@Command(name = "list", description = "Lists the apps.")
final class AppListCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<App> apps = database.inDirectory(
                Databases::openForReading,
                directory -> directory.apps(unreadable -> err.println("agentsettings: " + unreadable)));
        output.list(AppColumns.at(InstantSource.system().instant()), apps.stream());
        return 0;
    }
}
