package agentsettings.core.apps;

import java.time.Instant;
import java.util.Objects;

/**
 * An app that may call.
 *
 * @param tenantId the tenant space it acts in, 12 digits
 * @param secretHash a keyed hash of its secret; the secret itself is stored nowhere
 * @param tokenEpoch goes up whenever tokens issued before must no longer be accepted
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

    /** Refuses a part that breaks its rule with an IllegalArgumentException that names the part and the rule. */
    public App {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(createdAt, "createdAt");
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "key: 1 to " + KEY_LENGTH_MAX + " printable ASCII characters without white space.");
        }
        if (tenantId.length() != 12 || !tenantId.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("tenant: 12 digits.");
        }
    }

    /** The caller that this app's requests come from. */
    public Caller caller() {
        return new Caller(tenantId, key);
    }

    @Override
    public String toString() {
        return "App[" + key + ", tenant " + tenantId + ", edition " + edition.year() + (enabled ? "]" : ", disabled]");
    }
}
