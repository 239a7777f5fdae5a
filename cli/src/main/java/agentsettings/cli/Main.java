package agentsettings.cli;

import agentsettings.cli.db.DbCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: runs the command that its arguments name. */
@Command(
        name = "agentsettings",
        description = "Keeps how agents' outbound calls are placed, and speaks AICC's App personal settings interface.",
        mixinStandardHelpOptions = true,
        version = "AgentSettings 1.0-SNAPSHOT",
        subcommands = {ServeCommand.class, AppCommand.class, UserCommand.class, DbCommand.class})
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Logging.toStandardError();
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, whose exit codes are 0 for done, 1 for failed and 2 for not understood. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("agentsettings: " + Failures.explain(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
