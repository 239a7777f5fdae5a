package agentsettings.cli.tenant;

import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.Tenant;
import agentsettings.client.management.records.Versioned;
import agentsettings.server.Databases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a tenant space. */
@Command(name = "show", description = "Shows a tenant space.")
final class TenantShowCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        switch (place.choose(
                client -> client.tenants().get(tenant.id()),
                database -> TenantColumns.STORED.found(database.inDirectory(
                        Databases::openForReading, directory -> directory.tenantSpace(tenant.id()))))) {
            case Found<Tenant>(Versioned<Tenant> now) -> output.show(TenantColumns.VERSIONED, now);
            case NotFound<Tenant> _ -> throw tenant.unknown();
        }
        return 0;
    }
}
