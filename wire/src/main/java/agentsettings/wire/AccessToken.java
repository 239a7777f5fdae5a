package agentsettings.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * An issued access token. Immutable; its string form omits the token.
 *
 * @param life from {@code issuedAt} on
 */
public record AccessToken(String accessToken, String appKey, String scope, Instant issuedAt, Duration life) {

    @Override
    public String toString() {
        return "AccessToken[" + appKey + ", " + issuedAt + ", " + life + "]";
    }
}
