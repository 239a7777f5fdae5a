package agentsettings.cli.user;

import picocli.CommandLine.Command;

/** Groups the commands about users. */
@Command(
        name = "user",
        description = {"Adds and lists users, for whom settings are kept.", "A running server notices changes at once."
        },
        subcommands = {UserAddCommand.class, UserListCommand.class})
public final class UserCommand {}
