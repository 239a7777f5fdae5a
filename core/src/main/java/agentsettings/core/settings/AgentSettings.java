package agentsettings.core.settings;

import java.time.Instant;

/**
 * One agent's settings as stored. A user has at most one such record.
 *
 * @param id primary key, in the layout of {@link SettingsIds}
 * @param userId the USER_ID of the user table, however the user was asked for
 * @param account the user's business account
 * @param version 1 when created, one more with each update
 */
public record AgentSettings(
        long id, String userId, String account, OutboundSettings outbound, long version, Instant createdAt) {}
