package agentsettings.server.http;

import agentsettings.server.config.HttpConfig;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop's share of a port: takes connections and requests, and hands each request to the route table. */
final class HttpListener extends VerticleBase {

    private final HttpConfig config;
    private final int port;
    private final RouteTable routes;
    private final AtomicInteger connectionsOpen;
    private final RequestLog log;
    private final ConnectionTimeouts watch;
    private HttpServer server;

    /** Shares the port and the count of connections with the other event loops' listeners. */
    HttpListener(HttpConfig config, int port, RouteTable routes, AtomicInteger connectionsOpen) {
        this.config = config;
        this.port = port;
        this.routes = routes;
        this.connectionsOpen = connectionsOpen;
        this.log = new RequestLog(config.logRequests());
        this.watch = new ConnectionTimeouts(config.requestTimeout(), config.idleTimeout());
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(ConnectionTimeouts.TICK.toMillis(), timer -> watch.tick());
        server = vertx.createHttpServer(options())
                .connectionHandler(this::opened)
                .requestHandler(this::requested)
                .invalidRequestHandler(this::malformed);
        return server.listen(port, config.host());
    }

    /** Takes no more requests, and ends when those under way are answered. */
    @Override
    public Future<?> stop() {
        return server.shutdown(config.drainTimeout());
    }

    int actualPort() {
        return server.actualPort();
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(HttpLimits.REQUEST_LINE_MAX)
                .setMaxHeaderSize(HttpLimits.HEADERS_MAX)
                .setMaxChunkSize(HttpLimits.CHUNK_MAX)
                .setHttp2ClearTextEnabled(false);
    }

    private void opened(HttpConnection connection) {
        if (connectionsOpen.incrementAndGet() > config.connectionsMax()) {
            var _ = connection.close();
        }
        HttpConformanceHandler.protect(connection, () -> watch.clientEnded(connection));
        watch.opened(connection);
        connection.closeHandler(closed -> {
            connectionsOpen.decrementAndGet();
            watch.closed(connection);
        });
    }

    private void requested(HttpServerRequest request) {
        if (!watch.isEnding(request.connection())) {
            begin(request).receive();
        }
    }

    private void malformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        RequestException refusal = switch (cause) {
            case TooLongHttpLineException line ->
                new RequestException(
                        ReturnCode.TOO_LARGE,
                        "The request line exceeds the limit of " + HttpLimits.REQUEST_LINE_MAX + " bytes.");
            case TooLongHttpHeaderException header ->
                new RequestException(
                        ReturnCode.TOO_LARGE, "The headers exceed the limit of " + HttpLimits.HEADERS_MAX + " bytes.");
            default ->
                new RequestException(ReturnCode.VALUE_REFUSED, "The request line or a header is not valid HTTP.");
        };
        begin(request).refuseMalformed(refusal);
    }

    private Exchange begin(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        Exchange exchange = new Exchange(request, routes, log);
        watch.began(connection, exchange);
        request.response().endHandler(end -> watch.answered(connection, exchange));
        return exchange;
    }
}
