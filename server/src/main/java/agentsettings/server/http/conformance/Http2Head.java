package agentsettings.server.http.conformance;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Checks what {@link RequestDecoder} checks in HTTP/1, as far as Netty and Vert.x don't in HTTP/2. Stateless. */
public final class Http2Head {

    /** The fault of a request's head as the exception that HTTP/1 would have; null if there is none. */
    public static RuntimeException fault(HttpServerRequest request) {
        MultiMap headers = request.headers();
        String path = request.uri();
        if (path != null && path.length() > RequestDecoder.REQUEST_LINE_MAX) {
            return new TooLongHttpLineException();
        }
        if (path != null && !isPrintable(path)) {
            return new MalformedHeadException(":path: must be printable ASCII without spaces.");
        }
        if (headers.getAll(HttpHeaderNames.HOST).size() > 1 || request.authority() == null) {
            return new MalformedHeadException(":authority or Host: must be sent exactly once.");
        }
        if (headers.getAll(HttpHeaderNames.CONTENT_TYPE).size() > 1) {
            return new MalformedHeadException("Content-Type: must be sent only once.");
        }
        return null;
    }

    private static boolean isPrintable(String path) {
        return path.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private Http2Head() {}
}
