package agentsettings.cli.export;

import picocli.CommandLine.Command;

/** Exports records of a tenant space. */
@Command(
        name = "export",
        description =
                "Exports all records of a kind, or those that meet all conditions, in the forms that an import takes.",
        subcommands = {ExportSettingsCommand.class, ExportUsersCommand.class, ExportNumbersCommand.class})
public final class ExportCommand {}
