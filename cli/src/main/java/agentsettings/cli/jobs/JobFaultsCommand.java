package agentsettings.cli.jobs;

import agentsettings.cli.options.LimitOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists the faults of a job. */
@Command(
        name = "faults",
        description =
                "Lists what is wrong with the rows of an import, or which users a bulk change left as they are and why. The"
                        + " faults of the first 100,000 faulty rows are kept.",
        footer = {"", "Example:", "  ${COMMAND-FULL-NAME} 0mifk3x2a1b2c3d4e --tenant 202205116084 --output csv"})
public final class JobFaultsCommand implements Callable<Integer> {

    @ParentCommand
    private JobCommands group;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JobArgument job;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> {
            output.list(
                    group.collection().faultColumns(),
                    limit.of(group.collection().of(client).faults(job.tenantId(), job.id())));
            return 0;
        });
    }
}
