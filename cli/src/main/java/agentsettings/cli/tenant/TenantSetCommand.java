package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeOutcome.Missing;
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
    private DatabaseOptions database;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private TenantAttributes attributes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (attributes.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--name, --region, --access-code, --number-check: at least one is required.");
        }
        boolean missing = database.inDirectory(
                Databases::openExisting,
                directory -> directory.changeTenantSpace(tenant.id(), attributes.patch(), Condition.NONE)
                        instanceof Missing);
        if (missing) {
            throw tenant.unknown();
        }
        spec.commandLine().getOut().println("The tenant space " + tenant.id() + " is changed.");
        return 0;
    }
}
