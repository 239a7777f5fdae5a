package agentsettings.cli.jobs;

import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.jobs.JobRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Cancels a job. */
@Command(name = "cancel", description = "Cancels a job that is not over. What it has applied stays. Shows the job.")
public final class JobCancelCommand implements Callable<Integer> {

    @ParentCommand
    private JobCommands group;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JobArgument job;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        JobRecord now = service.call(client ->
                group.collection().of(client).cancel(job.tenantId(), job.id()).orElseThrow(job::unknown));
        output.show(JobColumns.JOB, now);
        return 0;
    }
}
