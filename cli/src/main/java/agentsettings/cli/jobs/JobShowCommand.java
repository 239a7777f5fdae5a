package agentsettings.cli.jobs;

import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.jobs.JobRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows a job, or follows it until it is over. */
@Command(
        name = "show",
        description = "Shows an import or a bulk change, and how far it is.",
        footer = {"", "Example:", "  ${COMMAND-FULL-NAME} 0mifk3x2a1b2c3d4e --tenant 202205116084 --wait"})
public final class JobShowCommand implements Callable<Integer> {

    @ParentCommand
    private JobCommands group;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JobArgument job;

    @Option(names = "--wait", description = "follows it until it is over, and reports as its start does")
    private boolean isAwaited;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> {
            JobRecord now =
                    group.collection().of(client).get(job.tenantId(), job.id()).orElseThrow(job::unknown);
            if (isAwaited) {
                return new JobReporter(group.collection(), client, job.tenantId(), output).reportEnd(now, _ -> {});
            }
            group.collection().show(now, output);
            return 0;
        });
    }
}
