package agentsettings.cli.app;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.ClientApp;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the apps, never their secrets. */
@Command(
        name = "list",
        description = "Lists the apps, those of a tenant space if the key that calls the service is of one.")
final class AppListCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return place.choose(client -> print(client.apps().all(Optional.empty())), database -> print(all(database)));
    }

    private Stream<ClientApp> all(DatabaseOptions database) {
        PrintWriter err = spec.commandLine().getErr();
        return database
                .inDirectory(
                        Databases::openForReading,
                        directory -> directory.apps(unreadable -> err.println("agentsettings: " + unreadable)))
                .stream()
                .map(AppColumns.stored(Optional.empty(), InstantSource.system().instant())
                        .mapper());
    }

    private int print(Stream<ClientApp> apps) {
        output.list(AppColumns.APP, apps);
        return 0;
    }
}
