package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.output.OutputOption;
import agentsettings.core.apps.TenantSpace;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tenant spaces. */
@Command(name = "list", description = "Lists the tenant spaces.")
final class TenantListCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<TenantSpace> spaces = database.inDirectory(
                Databases::openForReading,
                directory -> directory.tenantSpaces(unreadable -> err.println("agentsettings: " + unreadable)));
        output.list(TenantColumns.TENANT, spaces.stream());
        return 0;
    }
}
