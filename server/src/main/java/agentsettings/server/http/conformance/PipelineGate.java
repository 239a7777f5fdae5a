package agentsettings.server.http.conformance;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Has a connection's next request decoded when the response to the one before is written and the client takes what is sent, and reads nothing
 * more meanwhile. So a client that sends requests without reading responses costs a bounded amount of memory for as long as it stays. Stands
 * behind the decoder. One for each connection, on its event loop.
 */
final class PipelineGate extends ChannelDuplexHandler {

    private static final int SUCCESSFUL_FROM = 200;

    /** The sizes of what is read at once, and may wait to be decoded. In bytes. */
    private static final int READ_MIN = 64;

    private static final int READ_FIRST = 2 * 1024;
    private static final int READ_MAX = 16 * 1024;

    private final GatedDecoder decoder;
    private boolean isServing;
    private boolean isGoingOn;
    private boolean isReadHeld;
    private boolean hasStoppedReading;

    PipelineGate(GatedDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel()
                .config()
                .setRecvByteBufAllocator(
                        new AdaptiveRecvByteBufAllocator(READ_MIN, READ_FIRST, READ_MAX).maxMessagesPerRead(1));
        decoder.beginWhen(() -> !isServing && context.channel().isWritable());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        isServing |= message instanceof HttpRequest;
        context.fireChannelRead(message);
    }

    /** What would be read would only wait, so the connection's own buffer is left to fill. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!decoder.mayRead() && context.channel().config().isAutoRead()) {
            hasStoppedReading = true;
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var _ = context.write(message, promise);
        boolean isInterim =
                message instanceof HttpResponse response && response.status().code() < SUCCESSFUL_FROM;
        if (message instanceof LastHttpContent && !isInterim) {
            isServing = false;
            goOnLater(context);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        goOnLater(context);
        context.fireChannelWritabilityChanged();
    }

    /** Not now, since a response may still be on its way through the pipeline. */
    private void goOnLater(ChannelHandlerContext context) {
        if (hasStoppedReading || isReadHeld || decoder.hasBytes()) {
            context.executor().execute(() -> goOn(context));
        }
    }

    /**
     * Permits reading first, so that the receiver of the request that has waited can forbid it again; nothing is read until that request is
     * decoded.
     */
    private void goOn(ChannelHandlerContext context) {
        isGoingOn = true;
        if (hasStoppedReading) {
            hasStoppedReading = false;
            context.channel().config().setAutoRead(true);
        }
        try {
            decoder.goOn();
        } catch (Exception e) {
            context.fireExceptionCaught(e);
        } finally {
            isGoingOn = false;
        }
        if (isReadHeld && context.channel().config().isAutoRead()) {
            read(context);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        isReadHeld = isGoingOn || !decoder.mayRead();
        if (!isReadHeld) {
            context.read();
        }
    }
}
