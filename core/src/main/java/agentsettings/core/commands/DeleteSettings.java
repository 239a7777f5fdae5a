package agentsettings.core.commands;

import agentsettings.core.apps.Caller;

/** Deletes a user's settings. */
public record DeleteSettings(Caller caller, String userId) implements Command<DeleteSettings.Outcome> {

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The settings are deleted. */
    public record Deleted() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings. */
    public record NoSettings() implements Outcome {}
}
