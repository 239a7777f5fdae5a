package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.apps.TenantSpace;
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
        description = "Creates a tenant space. (app create creates that of its app, if it does not exist.)",
        footer = {"", "Example:", "  agentsettings tenant create --tenant 202205116084 --name Support --region DE"})
final class TenantCreateCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private TenantAttributes attributes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TenantSpace space =
                attributes.create(tenant.id(), InstantSource.system().instant());
        if (!database.inDirectory(Databases::openShared, directory -> directory.addTenantSpace(space))) {
            throw new IllegalArgumentException("--tenant: the tenant space " + tenant.id() + " already exists.");
        }
        spec.commandLine().getOut().println("The tenant space " + tenant.id() + " is created.");
        return 0;
    }
}
