package agentsettings.cli.key;

import picocli.CommandLine.Command;

/** Groups the commands about management keys. */
@Command(
        name = "key",
        description = {
            "Creates, lists and revokes management keys, with which operators and their programs call the management"
                    + " interface.",
            "The commands call a running service. With --data, --database or --config, or if no service is known, they"
                    + " work on the database itself; a running server notices changes within a second."
        },
        subcommands = {KeyCreateCommand.class, KeyListCommand.class, KeyRevokeCommand.class})
public final class KeyCommand {}
