package agentsettings.server.http;

import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import io.vertx.core.buffer.Buffer;

/** A request's body as it arrives, up to the limit. Touched by its exchange's event loop alone. */
final class RequestBody {

    private static final Buffer NOTHING = Buffer.buffer(0);

    /** Mostly the one chunk that came; nothing is ever appended to {@link #NOTHING}, which all share. */
    private Buffer bytes = NOTHING;

    private boolean tooLarge;

    /** Notes the length announced, null where none was; false when the body is going to be too large. */
    boolean announce(String contentLength) {
        try {
            tooLarge = contentLength != null && Long.parseLong(contentLength) > HttpLimits.BODY_MAX;
        } catch (NumberFormatException moreThanALong) {
            tooLarge = true;
        }
        return !tooLarge;
    }

    /** Takes a chunk in; false, from then on, when the body has become too large, and nothing of it is kept. */
    boolean append(Buffer chunk) {
        if (tooLarge || bytes.length() + chunk.length() > HttpLimits.BODY_MAX) {
            tooLarge = true;
            bytes = NOTHING;
        } else {
            bytes = bytes.length() == 0 ? chunk : bytes.appendBuffer(chunk);
        }
        return !tooLarge;
    }

    /**
     * The whole body.
     *
     * @throws RequestException when it became too large
     */
    byte[] bytes() {
        if (tooLarge) {
            throw new RequestException(
                    ReturnCode.TOO_LARGE, "The body exceeds the limit of " + HttpLimits.BODY_MAX + " bytes.");
        }
        return bytes.getBytes();
    }
}
