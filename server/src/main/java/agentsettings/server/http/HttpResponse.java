package agentsettings.server.http;

import agentsettings.server.http.head.RequestId;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Map;

/**
 * A whole response, ready to write.
 *
 * @param headers besides those that the listener adds: {@code content-length}, {@code connection} and {@code x-request-id}
 * @param body not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and written as it is
public record HttpResponse(int status, CharSequence contentType, Map<String, String> headers, byte[] body) {

    /** Writes the response to the request of this id; {@code last} announces that the connection is closed after it. */
    Future<Void> write(HttpServerRequest request, String requestId, boolean last) {
        HttpServerResponse response = request.response();
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        if (request.version() == HttpVersion.HTTP_2) {
            // these headers are HTTP/1's
        } else if (last) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        } else if (request.version() == HttpVersion.HTTP_1_1) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE);
        }
        if (!headers.isEmpty()) {
            headers.forEach(response::putHeader);
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length)); // in responses to HEAD too
        response.putHeader(RequestId.HEADER, requestId);
        return response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(body))); // not copied, since nobody changes it
    }
}
