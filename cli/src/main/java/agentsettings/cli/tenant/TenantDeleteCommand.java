package agentsettings.cli.tenant;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.core.store.RemovalOutcome.ConditionFailed;
import agentsettings.core.store.RemovalOutcome.InUse;
import agentsettings.core.store.RemovalOutcome.Missing;
import agentsettings.core.store.RemovalOutcome.Removed;
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
    private DatabaseOptions database;

    @Mixin
    private TenantOption tenant;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RemovalOutcome<TenantSpace> outcome = database.inDirectory(
                Databases::openExisting, directory -> directory.removeTenantSpace(tenant.id(), Condition.NONE));
        switch (outcome) {
            case Removed<TenantSpace> removed ->
                spec.commandLine().getOut().println("The tenant space " + tenant.id() + " is deleted.");
            case Missing<TenantSpace> missing -> throw tenant.unknown();
            case ConditionFailed<TenantSpace> impossible -> throw new AssertionError("there was no condition");
            case InUse<TenantSpace>(long apps, long users, long keys, long numbers) ->
                throw new IllegalArgumentException("--tenant: the tenant space " + tenant.id() + " is in use. Apps: "
                        + apps + ", users: " + users + ", management keys: " + keys + ", numbers: " + numbers
                        + ". Delete them first.");
        }
        return 0;
    }
}
