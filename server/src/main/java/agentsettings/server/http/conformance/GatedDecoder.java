package agentsettings.server.http.conformance;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decodes a connection's next request only when it may begin; until then its bytes wait. One for each connection, on its event loop. */
abstract class GatedDecoder extends VertxHttpRequestDecoder {

    private boolean isBetweenRequests = true;
    private boolean hasClientEnded;
    private BooleanSupplier gate = () -> true;
    private ChannelHandlerContext own;

    GatedDecoder(Http1ServerConfig limits) {
        super(limits);
    }

    /** Sets when the next request may begin. */
    void beginWhen(BooleanSupplier condition) {
        gate = condition;
    }

    /** Whether more may be read: not while bytes wait that are enough for now. */
    boolean mayRead() {
        return !isHolding();
    }

    private boolean isHolding() {
        return isBetweenRequests && hasBytes() && !gate.getAsBoolean();
    }

    boolean hasBytes() {
        return actualReadableBytes() > 0;
    }

    /** Decodes the bytes that have waited, if their request may begin now. */
    void goOn() throws Exception {
        if (hasBytes() && !isHolding()) {
            channelRead(own, Unpooled.EMPTY_BUFFER);
            channelReadComplete(own);
        }
        if (hasClientEnded && !isHolding()) {
            hasClientEnded = false;
            super.userEventTriggered(own, ChannelInputShutdownEvent.INSTANCE);
        }
    }

    /** The end of the client's side comes behind its requests. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event == ChannelInputShutdownEvent.INSTANCE && isHolding()) {
            hasClientEnded = true;
        } else {
            super.userEventTriggered(context, event);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        own = context;
        super.handlerAdded(context);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (isBetweenRequests && !gate.getAsBoolean()) {
            return;
        }
        super.decode(context, in, out);
        if (!out.isEmpty()) {
            isBetweenRequests = out.getLast() instanceof LastHttpContent;
        }
    }
}
