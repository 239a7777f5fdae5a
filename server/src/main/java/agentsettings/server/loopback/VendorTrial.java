package agentsettings.server.loopback;

import java.util.List;
import java.util.Map;

/** What became of a request that was tried. */
public sealed interface VendorTrial {

    /**
     * The vendor's port has responded.
     *
     * @param sent the headers of the request, except for the token
     * @param received the headers of the response
     * @param nanos the time that it took, in nanoseconds
     */
    record Responded(
            List<Map.Entry<String, String>> sent,
            int status,
            List<Map.Entry<String, String>> received,
            String body,
            long nanos)
            implements VendorTrial {}

    /** The service can't call its own port; the reason is a sentence. */
    record Unreachable(String reason) implements VendorTrial {}
}
