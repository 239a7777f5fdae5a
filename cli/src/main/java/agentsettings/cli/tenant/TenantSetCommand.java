package agentsettings.cli.tenant;

import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Tenant;
import agentsettings.server.Databases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes a tenant space. */
@Command(
        name = "set",
        description = "Changes the attributes of a tenant space that are given.",
        footer = {"", "Example:", "  agentsettings tenant set --tenant 202205116084 --number-check warn --region \"\""})
final class TenantSetCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private TenantAttributes attributes;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (attributes.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--name, --region, --access-code, --number-check: at least one is required.");
        }
        switch (change()) {
            case Updated<Tenant> _ ->
                spec.commandLine().getOut().println("The tenant space " + tenant.id() + " is changed.");
            case NotFound<Tenant> _ -> throw tenant.unknown();
            case VersionChanged<Tenant>(var now) -> throw ConditionOption.changed("tenant space", now);
        }
        return 0;
    }

    private OfPatch<Tenant> change() {
        return place.choose(
                client -> client.tenants().patch(tenant.id(), attributes.patch(), condition.condition()),
                database -> TenantColumns.STORED.changed(database.inDirectory(
                        Databases::openExisting,
                        directory ->
                                directory.changeTenantSpace(tenant.id(), attributes.patch(), condition.condition()))));
    }
}
