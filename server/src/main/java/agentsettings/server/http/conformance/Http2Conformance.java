package agentsettings.server.http.conformance;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.http2.codec.VertxHttp2ConnectionHandler;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Ends an HTTP/2 connection whose client sends a flood of frames that belong to no request: pings, settings, priorities, unknown ones.
 * Netty limits resets, empty frames and continuations. One for each connection, on its event loop.
 */
public final class Http2Conformance extends Http2FrameListenerDecorator {

    /** The most such frames within {@link #WINDOW}; clients send some for a request at most. */
    static final int FRAMES_MAX = 1000;

    static final Duration WINDOW = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private long windowBegan;
    private int frames;

    Http2Conformance(Http2FrameListener next, LongSupplier nanoTime) {
        super(next);
        this.nanoTime = nanoTime;
        this.windowBegan = nanoTime.getAsLong();
    }

    /**
     * Adds it to a connection.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public static void addTo(HttpConnection connection, LongSupplier nanoTime) {
        var handler = (VertxHttp2ConnectionHandler<?>)
                ((HttpServerConnection) connection).channelHandlerContext().handler();
        handler.decoder().frameListener(new Http2Conformance(handler.decoder().frameListener(), nanoTime));
    }

    private void count() throws Http2Exception {
        long now = nanoTime.getAsLong();
        if (now - windowBegan > WINDOW.toNanos()) {
            windowBegan = now;
            frames = 0;
        }
        frames++;
        if (frames > FRAMES_MAX) {
            throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "Too many frames besides requests");
        }
    }

    @Override
    public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
        count();
        super.onPingRead(context, data);
    }

    @Override
    public void onPingAckRead(ChannelHandlerContext context, long data) throws Http2Exception {
        count();
        super.onPingAckRead(context, data);
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        count();
        super.onSettingsRead(context, settings);
    }

    @Override
    public void onPriorityRead(
            ChannelHandlerContext context, int stream, int dependency, short weight, boolean exclusive)
            throws Http2Exception {
        count();
        super.onPriorityRead(context, stream, dependency, weight, exclusive);
    }

    @Override
    public void onUnknownFrame(ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
            throws Http2Exception {
        count();
        super.onUnknownFrame(context, type, stream, flags, payload);
    }
}
