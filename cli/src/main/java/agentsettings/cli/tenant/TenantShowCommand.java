package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.core.apps.TenantSpace;
import agentsettings.server.Databases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a tenant space. */
@Command(name = "show", description = "Shows a tenant space.")
final class TenantShowCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        TenantSpace space = database.inDirectory(
                        Databases::openForReading, directory -> directory.tenantSpace(tenant.id()))
                .orElseThrow(tenant::unknown);
        output.show(TenantColumns.TENANT, space);
        return 0;
    }
}
