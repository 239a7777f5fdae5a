package agentsettings.server.http;

import agentsettings.wire.Response;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Writes an answer in HTTP, with the headers of the vendor's example. */
final class ResponseWriter {

    private static final CharSequence JSON_UTF8 = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");
    private static final CharSequence ONE_SECOND = HttpHeaders.createOptimized("1");

    /** Answers the request; {@code last} announces that the connection is closed after it. */
    static Future<Void> write(HttpServerRequest request, Response answer, boolean last) {
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.code().status()).putHeader(HttpHeaders.CONTENT_TYPE, JSON_UTF8);
        if (last) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        } else if (request.version() == HttpVersion.HTTP_1_1) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE);
        }
        if (answer.code().isWorthRetrying()) {
            response.putHeader(RETRY_AFTER, ONE_SECOND);
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length)); // of HEAD's too
        return response.end(Buffer.buffer(answer.body()));
    }

    private ResponseWriter() {}
}
