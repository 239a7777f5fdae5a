package agentsettings.server.http;

import io.netty.handler.codec.http.TooLongHttpContentException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.internal.http.HttpServerRequestWrapper;
import java.util.concurrent.TimeoutException;

/**
 * A request whose body is read as it arrives, up to its exchange's limit. A body that is malformed or too large is refused by the
 * exchange first and then fails its reader. Bytes arrive on the event loop; any thread may set the reader's handlers.
 */
final class StreamedRequest extends HttpServerRequestWrapper {

    private final HttpExchange exchange;
    private final Promise<Void> end;
    private volatile Handler<Buffer> chunkHandler;
    private volatile Handler<Void> endHandler;
    private volatile Handler<Throwable> exceptionHandler;
    private long bytesMoved;
    private boolean failed;

    StreamedRequest(HttpServerRequestInternal request, HttpExchange exchange) {
        super(request);
        this.exchange = exchange;
        this.end = request.context().promise();
        request.handler(this::take).endHandler(this::complete).exceptionHandler(this::broken);
    }

    @Override
    public HttpServerRequest handler(Handler<Buffer> handler) {
        chunkHandler = handler;
        return this;
    }

    @Override
    public HttpServerRequest endHandler(Handler<Void> handler) {
        endHandler = handler;
        return this;
    }

    @Override
    public HttpServerRequest exceptionHandler(Handler<Throwable> handler) {
        exceptionHandler = handler;
        return this;
    }

    @Override
    public Future<Buffer> body() {
        Buffer body = Buffer.buffer();
        handler(body::appendBuffer);
        return end().map(body);
    }

    @Override
    public Future<Void> end() {
        if (isEnded()) {
            throw new IllegalStateException("The request has already been read");
        }
        return end.future();
    }

    /** Whether bytes of the request or the response have moved since this was last called. */
    boolean hasProgressed() {
        long before = bytesMoved;
        bytesMoved = bytesRead() + response().bytesWritten();
        return bytesMoved > before;
    }

    private void take(Buffer chunk) {
        if (failed) {
            return;
        }
        long max = exchange.limits().bodyMax();
        if (bytesRead() > max) {
            exchange.refuseTooLarge();
            fail(new TooLongHttpContentException("The body exceeds the limit of " + max + " bytes"));
            return;
        }
        Handler<Buffer> handler = chunkHandler;
        if (handler != null) {
            handler.handle(chunk);
        }
    }

    private void complete(Void nothing) {
        if (!failed) {
            Handler<Void> handler = endHandler;
            if (handler != null) {
                handler.handle(null);
            }
            end.complete();
        }
        exchange.closeIfLast();
    }

    private void broken(Throwable cause) {
        if (!failed) {
            exchange.broken(cause);
            fail(cause);
        }
    }

    /** Fails the reader of a request that did not arrive in time, if the request has one. */
    static void failLate(StreamedRequest late) {
        if (late != null) {
            late.fail(new TimeoutException("The request did not arrive in time"));
        }
    }

    /** What still arrives is dropped, even if the reader has paused. */
    private void fail(Throwable cause) {
        if (failed) {
            return;
        }
        failed = true;
        resume();
        Handler<Throwable> handler = exceptionHandler;
        if (handler != null) {
            handler.handle(cause);
        }
        end.fail(cause);
    }
}
