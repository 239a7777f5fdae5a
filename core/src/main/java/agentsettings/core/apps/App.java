package agentsettings.core.apps;

import java.time.Instant;
import java.util.Objects;

/**
 * A registered client application. Immutable.
 *
 * @param tenantId the tenant space that it has access to, 12 digits
 * @param secretHash a keyed hash of its secret; the secret itself is not stored
 * @param tokenEpoch increases each time that all tokens issued before are revoked
 */
public record App(
        String key,
        String tenantId,
        Edition edition,
        String secretHash,
        boolean enabled,
        long tokenEpoch,
        Instant createdAt) {

    private static final int KEY_LENGTH_MAX = 64;

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public App {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(createdAt, "createdAt");
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "key: must be 1 to " + KEY_LENGTH_MAX + " printable ASCII characters, no white space.");
        }
        if (tenantId.length() != 12 || !tenantId.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("tenant: must be 12 digits; got " + tenantId.length() + " characters.");
        }
    }

    /** Returns the caller of this app's requests. */
    public Caller caller() {
        return new Caller(tenantId, key);
    }

    @Override
    public String toString() {
        return "App[" + key + ", tenant " + tenantId + ", edition " + edition.year() + (enabled ? "]" : ", disabled]");
    }
}
