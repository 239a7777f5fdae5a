package agentsettings.server.http;

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

/**
 * Puts right, before Vert.x sees a request's head, what it would take otherwise than HTTP says: another version than 1.0 and 1.1, or
 * a header without a name, makes the head malformed and the last of its connection; {@code close} counts among other connection
 * options too; an old client that expects to be told to go on isn't; a client that has ended its side still gets its answer. One for each
 * connection, on its event loop.
 */
final class HttpConformanceHandler extends ChannelInboundHandlerAdapter {

    private final Runnable clientEnded;

    private HttpConformanceHandler(Runnable clientEnded) {
        this.clientEnded = clientEnded;
    }

    /** Guards the connection; tells when its client has ended its side. */
    static void protect(HttpConnection connection, Runnable clientEnded) {
        ChannelHandlerContext vertx = ((HttpServerConnection) connection).channelHandlerContext();
        vertx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        vertx.pipeline().addBefore(vertx.name(), "request guard", new HttpConformanceHandler(clientEnded));
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
            putRight(request, request.headers());
        }
        context.fireChannelRead(message);
    }

    private static void putRight(HttpRequest request, HttpHeaders headers) {
        if (isForeign(request.protocolVersion()) || headers.contains("")) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setDecoderResult(
                    DecoderResult.failure(new IllegalArgumentException("HTTP version or header name")));
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            headers.remove(HttpHeaderNames.EXPECT);
        }
    }

    @SuppressWarnings("ReferenceEquality") // as Vert.x compares; "HtTP/1.1" is equal, but not the same
    private static boolean isForeign(HttpVersion version) {
        return version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0;
    }
}
