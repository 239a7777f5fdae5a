package agentsettings.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gathers the commands about apps. */
@Command(
        name = "app",
        description =
                "Creates, lists and ends apps, the callers of the interface. A running server follows within a second.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AppCreateCommand.class,
            AppListCommand.class,
            AppEnableCommand.class,
            AppDisableCommand.class,
            AppRotateSecretCommand.class
        })
final class AppCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
