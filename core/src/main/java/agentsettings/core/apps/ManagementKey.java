package agentsettings.core.apps;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A key to the management interface, as stored. Immutable; its string form omits the hash of its secret.
 *
 * @param id 8 lower-case letters and digits, the part of the key that names it
 * @param name for people
 * @param tenantId the tenant space that it has access to; null if to all
 * @param secretHash a keyed hash of the key; the key itself is not stored
 * @param expiresAt the time from which on it is refused; null if there is none
 * @param lastUsedAt the begin of the hour in which it was last used; null if it was not
 */
public record ManagementKey(
        String id,
        String name,
        Role role,
        String tenantId,
        String secretHash,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt) {

    /** The precision of {@link #lastUsedAt}. */
    public static final Duration USE_PRECISION = Duration.ofHours(1);

    private static final int ID_LENGTH = 8;
    private static final int NAME_LENGTH_MAX = 128;

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public ManagementKey {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(createdAt, "createdAt");
        Faults.require("key", idFault(id));
        Faults.require("name", nameFault(name));
        Faults.require("tenant", tenantId == null ? Optional.empty() : TenantSpace.idFault(tenantId));
    }

    /** Why this cannot be the id of a management key, or empty. */
    public static Optional<String> idFault(String id) {
        boolean valid = id.length() == ID_LENGTH
                && Faults.firstOther(id, c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                        .isEmpty();
        return valid
                ? Optional.empty()
                : Optional.of(
                        "must be the " + ID_LENGTH + " lower-case letters and digits that name a management key.");
    }

    /** Why this cannot be the name of a management key, or empty. */
    public static Optional<String> nameFault(String name) {
        return Faults.name(name, 1, NAME_LENGTH_MAX);
    }

    /** Why this cannot be the end of a key that is made now, or empty. */
    public static Optional<String> expiresAtFault(Instant expiresAt, Instant now) {
        return expiresAt.isAfter(now) ? Optional.empty() : Optional.of("must be in the future.");
    }

    /** Whether the key has ended. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether the key has access to the tenant space. */
    public boolean hasAccessTo(String tenant) {
        return tenantId == null || tenantId.equals(tenant);
    }

    /** The caller of requests with this key that are about the tenant space, which checks numbers in this way. */
    public Caller caller(String tenant, NumberCheck numberCheck) {
        return new Caller(tenant, new Actor(Actor.Kind.MANAGEMENT_KEY, id), numberCheck);
    }

    @Override
    public String toString() {
        return "ManagementKey[" + id + ", " + role + (tenantId == null ? "]" : ", tenant " + tenantId + "]");
    }
}
