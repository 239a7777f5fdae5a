package agentsettings.server.security;

import agentsettings.wire.ReturnCode;
import java.time.Duration;

/**
 * Credentials are refused.
 *
 * @param code with status 401 or 429
 * @param description for the caller; holds no value that was sent
 * @param retryAfter when to try again, if that is worth it
 */
public record Refused(ReturnCode code, String description, Duration retryAfter) implements Authentication, TokenIssue {

    public Refused(ReturnCode code, String description) {
        this(code, description, Duration.ofSeconds(1));
    }
}
