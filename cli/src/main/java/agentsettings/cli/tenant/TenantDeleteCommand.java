package agentsettings.cli.tenant;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Tenant;
import agentsettings.server.Databases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes a tenant space that holds nothing. */
@Command(
        name = "delete",
        description = "Deletes a tenant space. It must have no apps, no users and no management keys.")
final class TenantDeleteCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        switch (delete()) {
            case Deleted<Tenant>() ->
                spec.commandLine().getOut().println("The tenant space " + tenant.id() + " is deleted.");
            case NotFound<Tenant> _ -> throw tenant.unknown();
            case InUse<Tenant>(String detail) -> throw new CommandFailure(detail);
            case VersionChanged<Tenant>(var now) -> throw ConditionOption.changed("tenant space", now);
        }
        return 0;
    }

    private OfUnusedDelete<Tenant> delete() {
        return place.choose(
                client -> client.tenants().delete(tenant.id(), condition.condition()),
                database -> TenantColumns.STORED.removed(database.inDirectory(
                        Databases::openExisting,
                        directory -> directory.removeTenantSpace(tenant.id(), condition.condition()))));
    }
}
