package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.DatabaseOptions;
import agentsettings.client.management.ManagementClient;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The options of a command that works over a running service or on the database itself. What an option
 * names wins, then a database that is configured, then a service that is known, then the default database.
 */
@Command(
        optionListHeading = "%nCalls the service that --url, AGENTSETTINGS_URL or login names. Works on the%n"
                + "database itself with --data, --database or --config, if the configuration names%n"
                + "a database, or if no service is known.%n%n")
public final class ServiceOrDatabase {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private ServiceOptions service;

    /**
     * Does what the command does in one of two ways.
     *
     * @throws CommandFailure if options name both, or if there is no outcome
     */
    public <T> T choose(Function<ManagementClient, T> overService, Function<DatabaseOptions, T> onDatabase) {
        if (database.isGiven() && service.isGiven()) {
            throw CommandFailure.ofUsage(
                    List.of("--url: must not be given together with --data, --database or --config."));
        }
        boolean isOnDatabase =
                database.isGiven() || (!service.isGiven() && (database.isConfigured() || !service.isKnown()));
        return isOnDatabase ? onDatabase.apply(database) : service.call(overService);
    }
}
