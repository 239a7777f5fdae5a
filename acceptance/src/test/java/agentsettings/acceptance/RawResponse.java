package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** One HTTP answer as it came over the wire. Header names are in lower case and in the order in which they were sent. */
@SuppressWarnings("ArrayRecordComponent") // responses are compared by their bytes, never by equals
public record RawResponse(int status, Map<String, String> headers, byte[] body) {

    /** Returns the body, read as UTF-8. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** Returns whether the server announced that this connection ends with this response. */
    public boolean endsConnection() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }
}
