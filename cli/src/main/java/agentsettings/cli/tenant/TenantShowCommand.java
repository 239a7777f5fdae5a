package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.apps.TenantSpace;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows a tenant space. */
@Command(name = "show", description = "Shows a tenant space.")
final class TenantShowCommand implements Callable<Integer> {

    private static final String FORMAT = "%-14s %s%n";

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private TenantOption tenant;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TenantSpace space = database.inDirectory(
                        Databases::openForReading, directory -> directory.tenantSpace(tenant.id()))
                .orElseThrow(tenant::unknown);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(FORMAT, "Tenant", space.id());
        out.printf(FORMAT, "Name", space.name());
        out.printf(FORMAT, "Region", Objects.requireNonNullElse(space.region(), "none"));
        out.printf(FORMAT, "Access code", space.accessCode() == null ? "none" : space.accessCode());
        out.printf(FORMAT, "Number check", TenantAttributes.name(space.numberCheck()));
        out.printf(FORMAT, "Created", space.createdAt());
        out.flush();
        return 0;
    }
}
