package agentsettings.server.http.head;

import io.vertx.core.http.HttpHeaders;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The id under which a request is found in the log: the client's own if it is plain and short, otherwise a random one. */
public final class RequestId {

    /** The header that holds it, in a request and in its response. */
    public static final CharSequence HEADER = HttpHeaders.createOptimized("x-request-id");

    /** The maximum length of a client's own id. */
    public static final int LENGTH_MAX = 64;

    private static final HexFormat HEX = HexFormat.of();

    /**
     * The id of a request. Random ones need to differ, not to be secret, so they come from the cheapest generator.
     *
     * @param sent the header's value, null if it was not sent
     */
    public static String of(String sent) {
        return sent != null && isPlain(sent)
                ? sent
                : HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Whether it consists of 1 to 64 letters, digits and {@code - _ . : / + =}, so that it can stand in any log. */
    private static boolean isPlain(String id) {
        if (id.isEmpty() || id.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!alphanumeric && "-_.:/+=".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private RequestId() {}
}
