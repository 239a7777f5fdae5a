package agentsettings.core.commands;

import agentsettings.core.settings.AgentSettings;

/**
 * A query for a user's settings.
 *
 * @param user a USER_ID or a SUM_USER_ID; if it matches one user's USER_ID and another's SUM_USER_ID, the USER_ID wins
 */
public record FindSettings(String tenantId, String user) {

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The user's settings, as last durably written. */
    public record Found(AgentSettings settings) implements Outcome {}

    /** The tenant space has no user with this USER_ID or SUM_USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings. */
    public record NoSettings() implements Outcome {}
}
