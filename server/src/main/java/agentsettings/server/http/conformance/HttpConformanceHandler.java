package agentsettings.server.http.conformance;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.function.Consumer;

/**
 * Corrects what Vert.x would interpret differently from HTTP, before it sees a request's head: a version other than 1.0 and 1.1 or a
 * header without a name makes the head malformed; a transfer coding other than chunked fails it; {@code close} counts among other
 * connection options too; an HTTP/1.0 client is not told to continue; a client that has closed its side still gets its response. One
 * for each connection, on its event loop.
 */
public final class HttpConformanceHandler extends ChannelInboundHandlerAdapter {

    private final Runnable clientEnded;

    private HttpConformanceHandler(Runnable clientEnded) {
        this.clientEnded = clientEnded;
    }

    /**
     * Adds a handler to the connection, and replaces its decoder.
     *
     * @param clientEnded runs when the client has closed its side
     * @param foreign gets the protocol that the client speaks if it isn't HTTP/1
     * @return the new decoder
     */
    public static RequestDecoder addTo(
            HttpConnection connection, Runnable clientEnded, Consumer<ForeignProtocol> foreign) {
        ChannelHandlerContext vertx = ((HttpServerConnection) connection).channelHandlerContext();
        vertx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        RequestDecoder decoder = new RequestDecoder(foreign);
        vertx.pipeline().replace(VertxHttpRequestDecoder.class, "httpDecoder", decoder);
        vertx.pipeline().addBefore(vertx.name(), "gate", new PipelineGate(decoder));
        vertx.pipeline().addBefore(vertx.name(), "conformance", new HttpConformanceHandler(clientEnded));
        return decoder;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            clientEnded.run();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            correct(request, request.headers());
        }
        context.fireChannelRead(message);
    }

    private static void correct(HttpRequest request, HttpHeaders headers) {
        if (isForeign(request.protocolVersion()) || headers.contains("")) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setDecoderResult(
                    DecoderResult.failure(new IllegalArgumentException("HTTP version or header name")));
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (hasUnsupportedCoding(request, headers)) {
            request.setDecoderResult(DecoderResult.failure(new UnsupportedTransferCodingException()));
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            headers.remove(HttpHeaderNames.EXPECT);
        }
    }

    /** Netty has failed the head already unless chunked is the last coding, and the only chunked one. */
    private static boolean hasUnsupportedCoding(HttpRequest request, HttpHeaders headers) {
        String first = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        return first != null
                && request.decoderResult().isSuccess()
                && !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(first);
    }

    /** Compares as Vert.x does: Netty's decoder returns these constants for exact names only, while "HtTP/1.1" equals HTTP_1_1. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isForeign(HttpVersion version) {
        return version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0;
    }
}
