package agentsettings.cli.tenant;

import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.Differences;
import agentsettings.cli.output.TextStyle;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Tenant;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.requests.Condition;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes a tenant space. */
@Command(
        name = "set",
        description = "Changes the attributes of a tenant space that are given. Shows what has changed.",
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
        Versioned<Tenant> before = before();
        switch (change(condition.isGiven() ? condition.condition() : before.unchanged())) {
            case Updated<Tenant>(Versioned<Tenant> now) -> print(before.record(), now.record());
            case NotFound<Tenant> _ -> throw tenant.unknown();
            case VersionChanged<Tenant>(var now) -> throw ConditionOption.changed("tenant space", now);
        }
        return 0;
    }

    private Versioned<Tenant> before() {
        return switch (place.choose(
                client -> client.tenants().get(tenant.id()),
                database -> TenantColumns.STORED.found(database.inDirectory(
                        Databases::openExisting, directory -> directory.tenantSpace(tenant.id()))))) {
            case Found<Tenant>(Versioned<Tenant> now) -> now;
            case NotFound<Tenant> _ -> throw tenant.unknown();
        };
    }

    private OfPatch<Tenant> change(Condition unchanged) {
        return place.choose(
                client -> client.tenants().patch(tenant.id(), attributes.patch(), unchanged),
                database -> TenantColumns.STORED.changed(database.inDirectory(
                        Databases::openExisting,
                        directory -> directory.changeTenantSpace(tenant.id(), attributes.patch(), unchanged))));
    }

    private void print(Tenant before, Tenant after) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> differences =
                Differences.of(TenantColumns.TENANT, before, after, TextStyle.of(spec.commandLine()));
        differences.forEach(out::println);
        out.println("The tenant space " + tenant.id() + (differences.isEmpty() ? " is as it was." : " is changed."));
    }
}
