package agentsettings.cli.imports;

import agentsettings.cli.jobs.JobCancelCommand;
import agentsettings.cli.jobs.JobCollection;
import agentsettings.cli.jobs.JobCommands;
import agentsettings.cli.jobs.JobFaultsCommand;
import agentsettings.cli.jobs.JobListCommand;
import agentsettings.cli.jobs.JobShowCommand;
import picocli.CommandLine.Command;

/** Groups the commands about imports. */
@Command(
        name = "import",
        description = {
            "Imports files of settings, users or allotted numbers, and lists, shows and cancels imports, over a running"
                    + " service.",
            "The service goes on with an import by itself, also after a restart. An import is kept for 30 days after it is"
                    + " over."
        },
        subcommands = {
            ImportSettingsCommand.class,
            ImportUsersCommand.class,
            ImportNumbersCommand.class,
            JobListCommand.class,
            JobShowCommand.class,
            JobCancelCommand.class,
            JobFaultsCommand.class
        })
public final class ImportCommand implements JobCommands {

    @Override
    public JobCollection collection() {
        return JobCollection.IMPORTS;
    }
}
