package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.DatabaseOptions;
import agentsettings.client.management.ManagementClient;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/**
 * The options of a command that works over a running service or on the database itself. It works on the database if an option names
 * that, or if no service is known.
 */
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
        return !database.isGiven() && service.isKnown() ? service.call(overService) : onDatabase.apply(database);
    }
}
