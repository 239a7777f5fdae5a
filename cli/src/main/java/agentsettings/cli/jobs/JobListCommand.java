package agentsettings.cli.jobs;

import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists jobs, the newest first. */
@Command(
        name = "list",
        description = "Lists the imports or bulk changes of a tenant space, the newest first.",
        footer = {"", "Example:", "  ${COMMAND-FULL-NAME} --tenant 202205116084 --limit 10"})
public final class JobListCommand implements Callable<Integer> {

    @ParentCommand
    private JobCommands group;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> {
            group.collection().list(limit.of(group.collection().of(client).all(tenant.id())), output);
            return 0;
        });
    }
}
