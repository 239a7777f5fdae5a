package agentsettings.cli.export;

import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.cli.user.UserFilterOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Exports users. */
@Command(
        name = "users",
        description = "Exports the users of a tenant space.",
        footer = {
            "",
            "Examples:",
            "  agentsettings export users --tenant 202205116084 --to users.csv",
            "  agentsettings export users --tenant 202205116084 --has-settings=false"
        })
final class ExportUsersCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private UserFilterOptions options;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() {
        return service.call(client ->
                export.write("users", format -> client.users().export(options.filter(tenant.id()), format)));
    }
}
