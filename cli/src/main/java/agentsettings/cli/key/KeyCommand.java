package agentsettings.cli.key;

import picocli.CommandLine.Command;

/** Groups the commands about management keys. */
@Command(
        name = "key",
        description = {
            "Creates, lists and revokes management keys, with which operators and their programs call the management"
                    + " interface.",
            "A running server notices changes within a second."
        },
        subcommands = {KeyCreateCommand.class, KeyListCommand.class, KeyRevokeCommand.class})
public final class KeyCommand {}
