package agentsettings.cli.jobs;

import picocli.CommandLine.Command;

/** Groups the commands about bulk changes. */
@Command(
        name = "bulk-change",
        description = {
            "Lists, shows and cancels bulk changes of settings, over a running service.",
            "\"settings change\" begins one, \"settings undo\" undoes it. A job is kept for 30 days after it is over."
        },
        subcommands = {JobListCommand.class, JobShowCommand.class, JobCancelCommand.class, JobFaultsCommand.class})
public final class BulkChangeCommand implements JobCommands {

    @Override
    public JobCollection collection() {
        return JobCollection.BULK_CHANGES;
    }
}
