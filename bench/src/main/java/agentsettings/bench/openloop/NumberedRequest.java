package agentsettings.bench.openloop;

import agentsettings.bench.load.Samples;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of requests for users by number, each made from the one before by another number. Used by one thread. */
public final class NumberedRequest {

    private static final String PATH = "/apiaccess/CC-Management/v1/openapp/agentsettings/";

    private final ByteBuffer bytes;
    private final int numberEnd;

    private NumberedRequest(String operation, byte[] body) {
        byte[] head = ("POST " + PATH + operation + " HTTP/1.1\r\nHost: bench\r\nX-APP-Key: "
                        + Samples.CALLER.actor().name() + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        bytes = ByteBuffer.allocateDirect(head.length + body.length);
        bytes.put(head).put(body);
        int idStart = head.length + new String(body, StandardCharsets.US_ASCII).indexOf(Samples.userId(0));
        numberEnd = idStart + Samples.userId(0).length();
    }

    /** A create. */
    public static NumberedRequest create() {
        return new NumberedRequest("create", Samples.body(0));
    }

    /** A query. */
    public static NumberedRequest query() {
        String body = "{\"userId\":\"" + Samples.userId(0) + "\"}";
        return new NumberedRequest("query", body.getBytes(StandardCharsets.US_ASCII));
    }

    /** The request for a user, valid until the next call. */
    public ByteBuffer of(long user) {
        long rest = user;
        for (int i = numberEnd - 1; bytes.get(i) >= '0' && bytes.get(i) <= '9'; i--) {
            bytes.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        return bytes.rewind();
    }
}
