package agentsettings.cli.app;

import picocli.CommandLine.Command;

/** Groups the commands about apps. */
@Command(
        name = "app",
        description = {
            "Creates, lists, changes and deletes apps, the callers of the interface.",
            "The commands call a running service. With --data, --database or --config, or if no service is known, they"
                    + " work on the database itself; a running server notices changes within a second."
        },
        subcommands = {
            AppCreateCommand.class,
            AppListCommand.class,
            AppShowCommand.class,
            AppSetCommand.class,
            AppEnableCommand.class,
            AppDisableCommand.class,
            AppRotateSecretCommand.class,
            AppDeleteCommand.class
        })
public final class AppCommand {}
