package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.core.apps.TenantSpace;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tenant spaces. */
@Command(name = "list", description = "Lists the tenant spaces.")
final class TenantListCommand implements Callable<Integer> {

    private static final String FORMAT = "%-14s %-8s %-17s %-13s %-26s %s%n";

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<TenantSpace> spaces = database.inDirectory(
                Databases::openForReading,
                directory -> directory.tenantSpaces(unreadable -> err.println("agentsettings: " + unreadable)));
        out.printf(FORMAT, "TENANT", "REGION", "ACCESS CODE", "NUMBER CHECK", "CREATED", "NAME");
        spaces.forEach(space -> out.printf(
                FORMAT,
                space.id(),
                Objects.requireNonNullElse(space.region(), "-"),
                space.accessCode() == null ? "-" : space.accessCode(),
                TenantAttributes.name(space.numberCheck()),
                space.createdAt(),
                space.name()));
        out.flush();
        return 0;
    }
}
