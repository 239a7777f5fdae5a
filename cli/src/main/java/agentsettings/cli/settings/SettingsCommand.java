package agentsettings.cli.settings;

import picocli.CommandLine.Command;

/** Groups the commands about settings. */
@Command(
        name = "settings",
        description = {
            "Lists, shows, changes and deletes the settings of users, and puts back what stood before.",
            "The commands call a running service."
        },
        subcommands = {
            SettingsListCommand.class,
            SettingsGetCommand.class,
            SettingsSetCommand.class,
            SettingsChangeCommand.class,
            SettingsUndoCommand.class,
            SettingsDeleteCommand.class,
            SettingsHistoryCommand.class,
            SettingsRestoreCommand.class
        })
public final class SettingsCommand {}
