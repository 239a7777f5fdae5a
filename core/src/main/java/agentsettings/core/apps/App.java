package agentsettings.core.apps;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
    private static final int TENANT_ID_LENGTH = 12;

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public App {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(createdAt, "createdAt");
        require("key", keyFault(key));
        require("tenant", tenantIdFault(tenantId));
    }

    /** Why this cannot be an app's key, or empty. */
    public static Optional<String> keyFault(String key) {
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            return Optional.of("must be 1 to " + KEY_LENGTH_MAX + " characters, got " + key.length() + ".");
        }
        return firstOther(key, c -> c > ' ' && c < 0x7F)
                .map(position -> "must be printable ASCII characters without white space; character " + position
                        + " is not allowed.");
    }

    /** Why this cannot be the id of a tenant space, or empty. */
    public static Optional<String> tenantIdFault(String tenantId) {
        Optional<Integer> position = firstOther(tenantId, c -> c >= '0' && c <= '9');
        if (position.isPresent()) {
            return Optional.of(
                    "must be " + TENANT_ID_LENGTH + " digits; character " + position.get() + " is not a digit.");
        }
        return tenantId.length() == TENANT_ID_LENGTH
                ? Optional.empty()
                : Optional.of("must be " + TENANT_ID_LENGTH + " digits, got " + tenantId.length() + ".");
    }

    /** The position, counted from 1, of the first character that is not allowed. */
    private static Optional<Integer> firstOther(String text, IntPredicate allowed) {
        return IntStream.rangeClosed(1, text.length())
                .filter(position -> !allowed.test(text.charAt(position - 1)))
                .boxed()
                .findFirst();
    }

    private static void require(String part, Optional<String> fault) {
        fault.ifPresent(sentence -> {
            throw new IllegalArgumentException(part + ": " + sentence);
        });
    }

    /** Returns the caller of this app's requests. */
    public Caller caller() {
        return Caller.ofApp(tenantId, key);
    }

    @Override
    public String toString() {
        return "App[" + key + ", tenant " + tenantId + ", edition " + edition.year() + (enabled ? "]" : ", disabled]");
    }
}
