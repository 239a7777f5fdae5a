package agentsettings.server.http.limits;

import java.time.Duration;

/**
 * What one exchange may take.
 *
 * @param bodyMax the largest body of a request, in bytes
 * @param timeout the time from the request's head to the end of the response; if {@code streaming}, the longest time in which no byte
 *     of either moves
 * @param streaming whether the exchange may last for as long as bytes move
 */
public record ExchangeLimits(long bodyMax, Duration timeout, boolean streaming) {

    /** Whether a body may have the length that its header announces, null if none. */
    public boolean allowLength(String contentLength) {
        try {
            return contentLength == null || Long.parseLong(contentLength) <= bodyMax;
        } catch (NumberFormatException moreThanALong) {
            return false;
        }
    }
}
