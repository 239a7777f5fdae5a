package agentsettings.cli.app;

import picocli.CommandLine.Command;

/** Groups the commands about apps. */
@Command(
        name = "app",
        description = {
            "Creates, lists and changes apps, the callers of the interface.",
            "A running server notices changes within a second."
        },
        subcommands = {
            AppCreateCommand.class,
            AppListCommand.class,
            AppEnableCommand.class,
            AppDisableCommand.class,
            AppRotateSecretCommand.class
        })
public final class AppCommand {}
