package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.Tenant;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tenant spaces. */
@Command(name = "list", description = "Lists the tenant spaces that the key has access to; on the database, all.")
final class TenantListCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return place.choose(client -> print(client.tenants().all()), database -> print(all(database)));
    }

    private Stream<Tenant> all(DatabaseOptions database) {
        PrintWriter err = spec.commandLine().getErr();
        return database
                .inDirectory(
                        Databases::openForReading,
                        directory -> directory.tenantSpaces(unreadable -> err.println("agentsettings: " + unreadable)))
                .stream()
                .map(TenantColumns::tenant);
    }

    private int print(Stream<Tenant> tenants) {
        output.list(TenantColumns.TENANT, tenants);
        return 0;
    }
}
