package agentsettings.cli.jobs;

import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.jobs.JobRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Cancels a job. */
@Command(
        name = "cancel",
        description = "Cancels an import or bulk change that is not over, and shows it. What it has applied stays.",
        footer = {"", "Example:", "  ${COMMAND-FULL-NAME} 0mifk3x2a1b2c3d4e --tenant 202205116084"})
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
        group.collection().show(now, output);
        return 0;
    }
}
