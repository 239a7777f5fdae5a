package agentsettings.server.http;

import agentsettings.server.http.head.RequestHead;
import agentsettings.server.http.limits.ExchangeLimits;
import io.vertx.core.http.HttpServerRequest;

/** An exchange as its connection sees it: whose it is, how long it may take, and how it ends early. Confined to its connection's event loop. */
abstract class TimedExchange extends RequestHead {

    /** HTTP/2's codes for a stream that is reset after its response, and before it. */
    private static final long NO_ERROR = 0;

    private static final long CANCEL = 8;

    final HttpServerRequest request;
    final ClientConnection connection;
    private long deadline;
    private boolean lingering;

    /** Whether the response is the last one of its connection, or of its stream while the request is incomplete. */
    boolean last;

    private volatile Runnable whenShuttingDown;

    TimedExchange(HttpServerRequest request, ClientConnection connection) {
        super(request, connection.proxies());
        this.request = request;
        this.connection = connection;
    }

    /** Ends the exchange without a complete response, and its connection in HTTP/1.1. May be called by any thread. */
    public void abort() {
        if (connection.isMultiplexed()) {
            var _ = request.response().reset(hasResponse() ? NO_ERROR : CANCEL);
        } else {
            connection.close();
        }
    }

    /** Has a task run when the server stops while the exchange is under way. May be called by any thread. */
    public void whenShuttingDown(Runnable task) {
        whenShuttingDown = task;
    }

    void shuttingDown() {
        Runnable task = whenShuttingDown;
        if (task != null) {
            task.run();
        }
    }

    boolean isLast() {
        return last;
    }

    /** The {@link System#nanoTime} after which the exchange has taken too long. */
    long deadline() {
        return deadline;
    }

    /** Sets the deadline for the response. */
    void endBy(long nanoTime) {
        deadline = nanoTime;
    }

    /** Sets, once, the deadline for what is left after the response, and goes on to receive the rest of the request. */
    void lingerUntil(long nanoTime) {
        if (!lingering) {
            lingering = true;
            deadline = nanoTime;
            receiveRest();
        }
    }

    /** Notes that no response can reach the client any more. */
    void expire() {
        if (isReceived() && !hasResponse()) {
            timeOut();
        }
    }

    abstract ExchangeLimits limits();

    /** Whether the whole request has arrived. */
    abstract boolean isReceived();

    abstract boolean hasResponse();

    /** Goes on to receive a request after an early response. */
    abstract void receiveRest();

    /** Times out the exchange: the door responds that the request or the response is late. */
    abstract void timeOut();
}
