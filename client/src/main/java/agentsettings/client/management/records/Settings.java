package agentsettings.client.management.records;

import agentsettings.client.Problem;
import agentsettings.core.settings.OutboundSettings;
import java.time.Instant;
import java.util.List;

/**
 * A user's settings. Immutable, if the list is.
 *
 * @param account the user's business account
 * @param name the user's name
 * @param id another one after the settings were deleted and created again
 * @param version 1 when created, one more with each change
 * @param warnings what the service warns of in a write that it has made: each with a JSON pointer to the value
 */
public record Settings(
        String userId,
        String account,
        String name,
        OutboundSettings values,
        String id,
        long version,
        Instant createdAt,
        Instant updatedAt,
        List<Problem.Fault> warnings) {}
