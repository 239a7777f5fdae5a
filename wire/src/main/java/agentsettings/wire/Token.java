package agentsettings.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * A token as it is given to a caller, once. Prints no token.
 *
 * @param life counted from its issue
 */
public record Token(String accessToken, String appKey, String scope, Instant issuedAt, Duration life) {

    @Override
    public String toString() {
        return "Token[" + appKey + ", " + issuedAt + ", " + life + "]";
    }
}
