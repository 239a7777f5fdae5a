package agentsettings.core.commands;

import agentsettings.core.settings.AgentSettings;

/**
 * Asks for a user's settings.
 *
 * @param user a USER_ID or a SUM_USER_ID; when it is the one of one user and the other of another, the USER_ID wins
 */
public record FindSettings(String tenantId, String user) {

    /** How it turned out. */
    public sealed interface Outcome {}

    /** The user's settings, as last durably written. */
    public record Found(AgentSettings settings) implements Outcome {}

    /** The tenant space has no user with this USER_ID or SUM_USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings. */
    public record NoSettings() implements Outcome {}
}
