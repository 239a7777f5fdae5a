package agentsettings.cli.tenant;

import picocli.CommandLine.Command;

/** Groups the commands about tenant spaces. */
@Command(
        name = "tenant",
        description = {
            "Creates, lists, changes and deletes tenant spaces, to which apps, users and management keys belong.",
            "The commands call a running service. With --data, --database or --config, or if no service is known, they"
                    + " work on the database itself; a running server notices changes within a second."
        },
        subcommands = {
            TenantCreateCommand.class,
            TenantListCommand.class,
            TenantShowCommand.class,
            TenantSetCommand.class,
            TenantDeleteCommand.class
        })
public final class TenantCommand {}
