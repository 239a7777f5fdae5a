package agentsettings.server.recording;

import java.time.Instant;
import java.util.List;

/**
 * A request to the vendor's interface and its response, without what may be secret. Immutable.
 *
 * @param app the authenticated app, or the one that the request names; null if it names none
 */
public record RecordedRequest(Instant time, String requestId, String app, Sent sent, Returned returned) {

    /** Stands for what is not shown. */
    public static final String HIDDEN = "***";

    /**
     * What the client sent.
     *
     * @param path without the query
     * @param body null if it may hold a secret, and is not shown
     */
    public record Sent(String method, String path, List<Header> headers, String body) {}

    /** A header; the value of one that may be secret is {@link #HIDDEN}. */
    public record Header(String name, String value) {}

    /**
     * What the client was sent.
     *
     * @param body null if it may hold a secret, and is not shown
     * @param micros the time that it took, in microseconds
     */
    public record Returned(int status, String body, long micros) {}

    /** The number of characters that it holds. */
    int length() {
        int headers = sent.headers().stream()
                .mapToInt(header -> header.name().length() + header.value().length())
                .sum();
        return sent.path().length() + headers + length(sent.body()) + length(returned.body());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
