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
                "Lists what is wrong with the rows of a job, by row. The faults of the first 100,000 faulty rows are kept.")
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
            output.list(JobColumns.FAULT, limit.of(group.collection().of(client).faults(job.tenantId(), job.id())));
            return 0;
        });
    }
}
