package agentsettings.server.http;

import agentsettings.server.http.conformance.ForeignProtocolLog;
import agentsettings.server.http.conformance.Http2Conformance;
import agentsettings.server.http.conformance.Http2Head;
import agentsettings.server.http.conformance.HttpConformanceHandler;
import agentsettings.server.http.conformance.MalformedHeadException;
import agentsettings.server.http.conformance.RequestDecoder;
import agentsettings.server.http.conformance.UnsupportedTransferCodingException;
import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.proxies.ProxyProtocol;
import agentsettings.server.http.tls.HandshakeLog;
import agentsettings.server.http.tls.TlsEngine;
import agentsettings.server.http.tls.TlsHandler;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http2ServerConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One event loop's share of a port: accepts connections and opens an exchange of the door for each request. */
final class HttpListener extends VerticleBase {

    /** One for the process, so that its rate holds for the whole log. */
    private static final ForeignProtocolLog FOREIGN_PROTOCOLS = new ForeignProtocolLog(System::nanoTime);

    /** The most requests under way on an HTTP/2 connection. RFC 9113 advises against fewer than 100. */
    private static final int STREAMS_MAX = 100;

    /** HTTP/2's code for a request that was not processed, so that it may be repeated. */
    private static final long REFUSED_STREAM = 7;

    private final ListenerOptions options;
    private final Door door;
    private final Duration drainTimeout;
    private final ConnectionTimeouts timeouts;
    private HttpServer server;

    HttpListener(ListenerOptions options, Door door, Duration drainTimeout) {
        this.options = options;
        this.door = door;
        this.drainTimeout = drainTimeout;
        this.timeouts = new ConnectionTimeouts(options);
    }

    @Override
    public Future<?> start() {
        timeouts.beginRound(vertx);
        server = (options.tls() == null ? vertx.createHttpServer(http()) : tlsServer())
                .connectionHandler(this::opened)
                .requestHandler(this::requested)
                .invalidRequestHandler(this::malformed);
        return server.listen(options.port(), options.host());
    }

    /** Without the WebSocket extensions, which are unused and close connections with more than 128 pipelined requests. */
    private static HttpServerOptions http() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    private HttpServer tlsServer() {
        Http2ServerConfig http2 = new Http2ServerConfig()
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS_MAX)
                        .setMaxHeaderListSize(RequestDecoder.HEADERS_MAX));
        return vertx.httpServerBuilder()
                .with(new HttpServerConfig(http())
                        .setVersions(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0)
                        .setHttp2Config(http2))
                .with(options.tls().options())
                .with(TlsEngine.of(
                        options.limits().headTimeout(),
                        this::accepted,
                        new HandshakeLog(FOREIGN_PROTOCOLS, System::nanoTime)))
                .build();
    }

    /** Replaces the certificate of the port, for all listeners that share it. */
    Future<?> updateTls(ServerSSLOptions changed) {
        return server.updateSSLOptions(changed);
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

    private void accepted(Channel channel) {
        options.limits().count(channel);
        TrustedProxies proxies = options.proxies();
        if (proxies.speakProxyProtocol()) {
            ProxyProtocol.addTo(channel, proxies.addresses());
        }
    }

    private void opened(HttpConnection connection) {
        Channel channel =
                ((HttpServerConnection) connection).channelHandlerContext().channel();
        if (options.tls() == null) {
            accepted(channel);
        } else {
            TlsHandler.of(channel).opened();
        }
        ClientConnection opened = timeouts.opened(connection, channel);
        connection.closeHandler(closed -> timeouts.closed(connection));
        connection.shutdownHandler(stopping -> opened.shuttingDown());
        if (connection.protocolVersion() == HttpVersion.HTTP_2) {
            Http2Conformance.addTo(connection, System::nanoTime);
            return;
        }
        opened.decodedBy(HttpConformanceHandler.addTo(
                connection,
                opened::clientEnded,
                protocol -> FOREIGN_PROTOCOLS.spoken(
                        protocol, connection.remoteAddress().hostAddress(), actualPort())));
    }

    private void requested(HttpServerRequest request) {
        HttpExchange exchange = open(request);
        if (exchange == null) {
            return;
        }
        Throwable malformed = request.version() == HttpVersion.HTTP_2 ? Http2Head.fault(request) : null;
        if (malformed != null) {
            exchange.refuse(fault(malformed));
        } else if (!options.limits().allows(exchange)) {
            exchange.refuse(new HttpFault.TooManyRequests());
        } else {
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

    /** Returns null if the request must not be served: it follows the connection's last response, or is one too many. */
    private HttpExchange open(HttpServerRequest request) {
        ClientConnection connection = timeouts.find(request.connection());
        if (connection == null || !connection.admits()) {
            if (request.version() == HttpVersion.HTTP_2) {
                var _ = request.response().reset(REFUSED_STREAM);
            }
            return null;
        }
        HttpExchange exchange = new HttpExchange(request, connection, door);
        connection.begin(exchange);
        return exchange;
    }
}
