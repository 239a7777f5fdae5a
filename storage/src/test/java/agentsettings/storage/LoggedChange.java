package agentsettings.storage;

import java.time.Instant;

/**
 * A row of the change log.
 *
 * @param settingsId null when it isn't about settings
 * @param before JSON without blanks, null when there were no settings
 * @param after JSON without blanks, null when there are none any more
 */
public record LoggedChange(
        long seq,
        Instant at,
        String tenantId,
        String userId,
        Long settingsId,
        String actor,
        String action,
        String before,
        String after) {}
