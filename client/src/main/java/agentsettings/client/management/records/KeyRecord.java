package agentsettings.client.management.records;

import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A management key without its secret. Immutable.
 *
 * @param id the 8 characters that name it
 * @param name for people
 * @param tenantId the tenant space that it has access to, empty if to all
 * @param expiresAt empty if it has no end
 * @param lastUsedAt to the hour, empty if it was not used
 */
public record KeyRecord(
        String id,
        String name,
        Role role,
        Optional<String> tenantId,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {

    /** A new key with its text, which the service shows only once. Immutable; its string form omits the secret. */
    public record Issued(KeyRecord key, ManagementKeyText text) {}
}
