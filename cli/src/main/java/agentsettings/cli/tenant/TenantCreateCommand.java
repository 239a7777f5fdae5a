package agentsettings.cli.tenant;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.server.Databases;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates a tenant space. */
@Command(
        name = "create",
        description = "Creates a tenant space.",
        footer = {"", "Example:", "  agentsettings tenant create --tenant 202205116084 --name Support --region DE"})
final class TenantCreateCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private TenantAttributes attributes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!place.choose(this::create, this::create)) {
            throw new CommandFailure("--tenant: the tenant space " + tenant.id() + " already exists.");
        }
        spec.commandLine().getOut().println("The tenant space " + tenant.id() + " is created.");
        return 0;
    }

    private boolean create(ManagementClient client) {
        return client.tenants().create(tenant.id(), attributes.patch()) instanceof Created;
    }

    private boolean create(DatabaseOptions database) {
        return database.inDirectory(
                Databases::openShared,
                directory -> directory.addTenantSpace(
                        attributes.create(tenant.id(), InstantSource.system().instant())));
    }
}
