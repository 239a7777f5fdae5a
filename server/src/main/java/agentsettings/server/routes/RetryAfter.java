package agentsettings.server.routes;

import agentsettings.wire.Response;
import java.time.Duration;
import java.util.Map;

/** The header that says when to send a request again, of responses to those that may be sent again. */
final class RetryAfter {

    private static final Map<String, String> A_SECOND = Map.of("retry-after", "1");

    /** The headers of a response whose request may be sent again after a second. */
    static Map<String, String> of(Response response) {
        return response.code().isWorthRetrying() ? A_SECOND : Map.of();
    }

    /** The headers of a response whose request may be sent again after this time. */
    static Map<String, String> of(Response response, Duration time) {
        boolean longer = response.code().isWorthRetrying() && time.toSeconds() > 1;
        return longer ? Map.of("retry-after", Long.toString(time.toSeconds())) : of(response);
    }

    private RetryAfter() {}
}
