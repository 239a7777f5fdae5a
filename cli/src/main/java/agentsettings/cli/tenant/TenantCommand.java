package agentsettings.cli.tenant;

import picocli.CommandLine.Command;

/** Groups the commands about tenant spaces. */
@Command(
        name = "tenant",
        description = {
            "Creates, lists, changes and deletes tenant spaces, to which apps, users and management keys belong.",
            "A running server notices changes within a second."
        },
        subcommands = {
            TenantCreateCommand.class,
            TenantListCommand.class,
            TenantShowCommand.class,
            TenantSetCommand.class,
            TenantDeleteCommand.class
        })
public final class TenantCommand {}
