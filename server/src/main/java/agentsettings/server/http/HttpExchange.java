package agentsettings.server.http;

import agentsettings.server.http.limits.ExchangeLimits;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;

/** One request and its response, held to the door's limits. Confined to its connection's event loop. */
public final class HttpExchange extends TimedExchange {

    private final ExchangeHandler handler;
    private final ExchangeLimits limits;
    private final ReceivedBody body = new ReceivedBody(this);
    private StreamedRequest stream;
    private boolean received;
    private boolean handled;
    private boolean responded;

    HttpExchange(HttpServerRequest request, ClientConnection connection, Door door) {
        super(request, connection);
        this.limits = door.limits(this);
        this.handler = door.open(this);
        if (connection.isMultiplexed()) {
            request.response().closeHandler(closed -> connection.ended(this));
        }
    }

    /** Receives the whole body; {@link ExchangeHandler#received} follows. */
    public void receive() {
        request.handler(body).endHandler(this::end).exceptionHandler(this::broken);
        expectBody();
    }

    /**
     * Hands the request to a reader of the body as it arrives, which writes the response itself, and may go on on any thread. A body that
     * breaks a limit is refused, and then fails its reader.
     */
    public void stream(Handler<HttpServerRequest> reader) {
        stream = new StreamedRequest((HttpServerRequestInternal) request, this);
        if (expectBody()) {
            reader.handle(stream);
        }
    }

    /** The whole body, once received. */
    public byte[] body() {
        return body.bytes();
    }

    /** Responds, unless that was done already or the client is gone. Returns whether it did. */
    public boolean respond(HttpResponse response) {
        if (hasResponse()) {
            return false;
        }
        responded = true;
        if (request.response().closed()) {
            return false;
        }
        if (stream != null && request.response().headWritten()) { // it can only be cut short
            abort();
            return false;
        }
        var written = response.write(request, requestId(), last);
        connection.responded(this);
        var _ = last ? written.onComplete(result -> closeIfLast()) : written;
        return true;
    }

    void begin() {
        handler.begin();
    }

    /** Fails a request that can't be read to its end, and closes the connection after the response. */
    void refuse(HttpFault fault) {
        handled = true;
        last = true;
        body.drop();
        fail(fault);
    }

    private void fail(HttpFault fault) {
        handler.fail(fault);
        if (!hasResponse()) {
            abort();
        }
    }

    @Override
    boolean isReceived() {
        return stream == null ? received : request.isEnded();
    }

    @Override
    boolean hasResponse() {
        return responded || (stream != null && request.response().ended());
    }

    /** Whether a client that sends no more may wait for a response; part of a stream may not have been read yet. */
    boolean isAwaited() {
        return !hasResponse() && (stream != null || received);
    }

    /** Whether the timeout begins anew, because bytes have moved since this was last called. */
    boolean hasProgressed() {
        return stream != null && limits.streaming() && stream.hasProgressed();
    }

    @Override
    void receiveRest() {
        if (stream != null) {
            stream.resume();
        }
    }

    @Override
    void timeOut() {
        if (hasResponse()) {
            abort();
        } else if (isReceived()) {
            last = stream != null; // its reader may still be at work
            fail(new HttpFault.ResponseTimeout());
        } else {
            refuse(new HttpFault.RequestTimeout());
            StreamedRequest.failLate(stream);
        }
    }

    void refuseTooLarge() {
        refuse(new HttpFault.BodyTooLarge(limits.bodyMax()));
    }

    @Override
    ExchangeLimits limits() {
        return limits;
    }

    /** Refuses a body that is announced as too large; otherwise tells a client that waits to continue. */
    private boolean expectBody() {
        if (!limits.allowLength(header("content-length"))) {
            refuseTooLarge();
            return false;
        }
        if ("100-continue".equalsIgnoreCase(header("expect"))) {
            var _ = request.response().writeContinue();
        }
        return true;
    }

    private void end(Void nothing) {
        received = true;
        if (!handled) {
            handled = true;
            handler.received();
        }
        closeIfLast();
    }

    /** The body is malformed, or the connection was closed before its end. In HTTP/2 the stream is lost in either case. */
    void broken(Throwable cause) {
        if (connection.isMultiplexed()) {
            responded = true;
            body.drop();
        } else if (!isReceived() && !request.response().closed()) {
            refuse(new HttpFault.MalformedBody());
        }
    }

    /** Closes after the last response; in HTTP/1.1 not before the rest of the request, unless the client waits to be asked for it. */
    void closeIfLast() {
        if (last && responded && (isReceived() != connection.isMultiplexed() || waitsToContinue())) {
            abort();
        }
    }

    private boolean waitsToContinue() {
        return header("expect") != null && request.bytesRead() == 0;
    }
}
