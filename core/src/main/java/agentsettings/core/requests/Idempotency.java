package agentsettings.core.requests;

import java.time.Duration;
import java.util.Objects;

/**
 * The idempotency key of a request and the digest of its body. Requests of an app with the same key are one request sent again.
 *
 * @param key chosen by the caller, 1 to 255 printable ASCII characters
 * @param bodyDigest distinguishes a retry from another request
 */
public record Idempotency(String key, String bodyDigest) {

    public static final int KEY_LENGTH_MAX = 255;

    /** The time for which the first outcome is repeated. */
    public static final Duration LIFE = Duration.ofHours(24);

    public Idempotency {
        Objects.requireNonNull(bodyDigest, "bodyDigest");
        if (!isKey(key)) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    /** Whether the text is a valid key. */
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= KEY_LENGTH_MAX
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }
}
