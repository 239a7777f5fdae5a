package agentsettings.core.commands;

import java.time.Duration;
import java.util.Objects;

/**
 * A caller's promise that requests with the same key are one request sent again.
 *
 * @param key chosen by the caller, 1 to 255 printable ASCII characters, its own within the app
 * @param bodyDigest tells whether the request sent again is really the same
 */
public record Idempotency(String key, String bodyDigest) {

    public static final int KEY_LENGTH_MAX = 255;

    /** How long the first answer is given again. */
    public static final Duration LIFE = Duration.ofHours(24);

    public Idempotency {
        Objects.requireNonNull(bodyDigest, "bodyDigest");
        if (!isKey(key)) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    /** Whether this text may be a key. */
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= KEY_LENGTH_MAX
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }
}
