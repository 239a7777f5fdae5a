package agentsettings.bench.openloop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The head of a response, as far as clients of the bench need it.
 *
 * @param length of the response, its body included
 */
record ResponseHead(int status, boolean hasRetryAfter, int length) {

    private static final String CONTENT_LENGTH = "\r\ncontent-length: ";
    private static final int STATUS_START = 9;

    /** Reads the head of the response that the bytes begin with; null if it isn't complete. */
    static ResponseHead of(ByteBuffer bytes) {
        String text = StandardCharsets.US_ASCII.decode(bytes.duplicate()).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        String head = text.substring(0, end + 2).toLowerCase(Locale.ROOT);
        int length = head.indexOf(CONTENT_LENGTH);
        int body = length < 0
                ? 0
                : Integer.parseInt(head.substring(
                        length + CONTENT_LENGTH.length(), head.indexOf('\r', length + CONTENT_LENGTH.length())));
        return new ResponseHead(
                Integer.parseInt(text.substring(STATUS_START, STATUS_START + 3)),
                head.contains("\r\nretry-after: "),
                end + 4 + body);
    }
}
