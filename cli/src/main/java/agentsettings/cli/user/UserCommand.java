package agentsettings.cli.user;

import picocli.CommandLine.Command;

/** Groups the commands about users. */
@Command(
        name = "user",
        description = {
            "Adds, lists, changes and deletes users, for whom settings are kept.",
            "The commands call a running service. With --data, --database or --config, or if no service is known, add and"
                    + " list work on the database itself; a running server notices changes at once."
        },
        subcommands = {
            UserAddCommand.class,
            UserListCommand.class,
            UserShowCommand.class,
            UserSetCommand.class,
            UserDeleteCommand.class
        })
public final class UserCommand {}
