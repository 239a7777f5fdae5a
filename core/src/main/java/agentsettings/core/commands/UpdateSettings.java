package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.OutboundSettings;

/**
 * Changes some parts of a user's settings.
 *
 * @param id of the settings; must be those of this user
 * @param changes parts that are null stay as they are
 */
public record UpdateSettings(Caller caller, long id, String userId, OutboundSettings changes)
        implements Command<UpdateSettings.Outcome> {

    /** How it turned out. */
    public sealed interface Outcome {}

    /** The changes are stored. */
    public record Updated(long id) implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings. */
    public record NoSettings() implements Outcome {}

    /** The user's settings have another id. */
    public record IdMismatch() implements Outcome {}
}
