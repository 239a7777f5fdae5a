package agentsettings.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gathers the commands about users. */
@Command(
        name = "user",
        description = "Adds and lists users, whose settings are kept. A running server follows at once.",
        mixinStandardHelpOptions = true,
        subcommands = {UserAddCommand.class, UserListCommand.class})
final class UserCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
