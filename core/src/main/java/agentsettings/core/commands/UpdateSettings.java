package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.OutboundSettings;

/**
 * Updates some of a user's settings.
 *
 * @param id the id of the settings, which must be those of this user
 * @param changes components that are null are not changed
 */
public record UpdateSettings(Caller caller, long id, String userId, OutboundSettings changes)
        implements Command<UpdateSettings.Outcome> {

    /** The outcomes. */
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
