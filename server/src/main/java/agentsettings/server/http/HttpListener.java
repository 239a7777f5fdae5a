package agentsettings.server.http;

import agentsettings.server.http.conformance.ForeignProtocolLog;
import agentsettings.server.http.conformance.HttpConformanceHandler;
import agentsettings.server.http.conformance.MalformedHeadException;
import agentsettings.server.http.conformance.RequestDecoder;
import agentsettings.server.http.conformance.UnsupportedTransferCodingException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One event loop's share of a port: accepts connections and opens an exchange of the door for each request. */
final class HttpListener extends VerticleBase {

    /** One for the process, so that its rate holds for the whole log. */
    private static final ForeignProtocolLog FOREIGN_PROTOCOLS = new ForeignProtocolLog(System::nanoTime);

    private final String host;
    private final int port;
    private final Door door;
    private final ConnectionLimits limits;
    private final Duration drainTimeout;
    private final ConnectionTimeouts timeouts;
    private HttpServer server;

    HttpListener(String host, int port, Door door, ConnectionLimits limits, Duration drainTimeout) {
        this.host = host;
        this.port = port;
        this.door = door;
        this.limits = limits;
        this.drainTimeout = drainTimeout;
        this.timeouts = new ConnectionTimeouts(limits);
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(ConnectionTimeouts.TICK.toMillis(), timer -> timeouts.tick());
        server = vertx.createHttpServer(options())
                .connectionHandler(this::opened)
                .requestHandler(this::requested)
                .invalidRequestHandler(this::malformed);
        return server.listen(port, host);
    }

    /** Without the WebSocket extensions, which are unused and close connections with more than 128 pipelined requests. */
    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    /** Accepts no more requests; completes when those under way have finished. */
    @Override
    public Future<?> stop() {
        return server.shutdown(drainTimeout);
    }

    /** Completes when the event loop has done what was given to it before. */
    CompletableFuture<Void> runOnEventLoop() {
        CompletableFuture<Void> run = new CompletableFuture<>();
        context.runOnContext(run::complete);
        return run;
    }

    int actualPort() {
        return server.actualPort();
    }

    private void opened(HttpConnection connection) {
        if (!limits.opened()) {
            var _ = connection.close();
        }
        ClientConnection opened = timeouts.opened(connection);
        opened.decodedBy(HttpConformanceHandler.addTo(
                connection,
                opened::clientEnded,
                protocol -> FOREIGN_PROTOCOLS.spoken(
                        protocol, connection.remoteAddress().hostAddress(), actualPort())));
        connection.closeHandler(closed -> {
            limits.closed();
            timeouts.closed(connection);
        });
    }

    private void requested(HttpServerRequest request) {
        HttpExchange exchange = open(request);
        if (exchange != null) {
            exchange.begin();
        }
    }

    private void malformed(HttpServerRequest request) {
        HttpExchange exchange = open(request);
        if (exchange != null) {
            exchange.refuse(fault(request.decoderResult().cause()));
        }
    }

    private static HttpFault fault(Throwable malformed) {
        return switch (malformed) {
            case TooLongHttpLineException line -> new HttpFault.RequestLineTooLong(RequestDecoder.REQUEST_LINE_MAX);
            case TooLongHttpHeaderException header -> new HttpFault.HeadersTooLong(RequestDecoder.HEADERS_MAX);
            case UnsupportedTransferCodingException coding -> new HttpFault.UnsupportedTransferCoding();
            case MalformedHeadException head -> new HttpFault.MalformedHead(head.getMessage());
            default -> new HttpFault.MalformedHead("The request line or a header is not valid HTTP.");
        };
    }

    /** Returns null if the request must not be served, because it follows the connection's last response. */
    private HttpExchange open(HttpServerRequest request) {
        ClientConnection connection = timeouts.find(request.connection());
        if (connection == null || connection.isEnding()) {
            return null;
        }
        HttpExchange exchange = new HttpExchange(request, connection, door);
        connection.begin(exchange);
        return exchange;
    }
}
