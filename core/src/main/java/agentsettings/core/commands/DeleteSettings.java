package agentsettings.core.commands;

import agentsettings.core.apps.Caller;

/** Takes a user's settings away. */
public record DeleteSettings(Caller caller, String userId) implements Command<DeleteSettings.Outcome> {

    /** How it turned out. */
    public sealed interface Outcome {}

    /** The settings are gone. */
    public record Deleted() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings. */
    public record NoSettings() implements Outcome {}
}
