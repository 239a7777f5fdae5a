package agentsettings.server.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * Turns a request of another HTTP version than 1.0 and 1.1 into a malformed one of 1.1, the last of its connection, so that it is
 * answered like any other. Left to itself Vert.x answers 501 without a body, under the version that the client made up. Safe for
 * use by many threads.
 */
@Sharable
final class VersionGuard extends ChannelInboundHandlerAdapter {

    private static final VersionGuard GUARD = new VersionGuard();

    static void protect(HttpConnection connection) {
        ChannelHandlerContext vertx = ((HttpServerConnection) connection).channelHandlerContext();
        vertx.pipeline().addBefore(vertx.name(), "version guard", GUARD);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && isForeign(request.protocolVersion())) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("HTTP version")));
        }
        context.fireChannelRead(message);
    }

    @SuppressWarnings("ReferenceEquality") // as Vert.x compares; "HtTP/1.1" is equal, but not the same
    private static boolean isForeign(HttpVersion version) {
        return version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0;
    }
}
