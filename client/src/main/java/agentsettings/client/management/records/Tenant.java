package agentsettings.client.management.records;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;

/**
 * A tenant space. Immutable.
 *
 * @param id 12 digits
 * @param name for people; may be empty
 * @param region the ISO 3166 code of a country, null if not set
 * @param accessCode the number to present when no other can be, null if not set
 */
public record Tenant(
        String id, String name, String region, PhoneNumber accessCode, NumberCheck numberCheck, Instant createdAt) {}
