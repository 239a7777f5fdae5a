package agentsettings.cli.number;

import picocli.CommandLine.Command;

/** Groups the commands about allotted numbers. */
@Command(
        name = "number",
        description = {
            "Allots numbers to a tenant space and takes them back, over a running service. The number check of the tenant"
                    + " space (tenant set --number-check) decides what becomes of settings with other numbers."
        },
        subcommands = {
            NumberAddCommand.class,
            NumberListCommand.class,
            NumberShowCommand.class,
            NumberSetCommand.class,
            NumberRemoveCommand.class,
            NumberUsesCommand.class
        })
public final class NumberCommand {}
