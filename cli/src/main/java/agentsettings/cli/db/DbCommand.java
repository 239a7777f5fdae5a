package agentsettings.cli.db;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gathers the commands about the database. */
@Command(
        name = "db",
        description = "Shows the database, brings its schema up to date, moves it to the other engine or spreads it.",
        mixinStandardHelpOptions = true,
        subcommands = {DbStatusCommand.class, DbMigrateCommand.class, DbCopyCommand.class, DbDistributeCommand.class})
public final class DbCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
