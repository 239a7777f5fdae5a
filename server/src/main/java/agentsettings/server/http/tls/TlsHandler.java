package agentsettings.server.http.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/**
 * The TLS of one connection. Announces it at its beginning and sets it a deadline, so that those that never complete a handshake are
 * limited too, and notices a client that does not speak TLS. Confined to its event loop.
 */
public final class TlsHandler extends SslHandler {

    private final Duration timeout;
    private final Consumer<Channel> accepted;
    private final HandshakeLog log;
    private Future<?> deadline;
    private boolean begun;

    TlsHandler(SSLEngine engine, Executor executor, Duration timeout, Consumer<Channel> accepted, HandshakeLog log) {
        super(engine, false, executor);
        this.timeout = timeout;
        this.accepted = accepted;
        this.log = log;
    }

    /** The handler of a connection that has TLS. */
    public static TlsHandler of(Channel channel) {
        return channel.pipeline().get(TlsHandler.class);
    }

    /** Notes that the connection is ready for requests, and has deadlines of its own from now on. */
    public void opened() {
        deadline.cancel(false);
    }

    /** HTTP/2 begins when the client has sent its settings, some time after the handshake. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        accepted.accept(context.channel());
        deadline = context.executor().schedule(() -> closed(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> deadline.cancel(false));
        handshakeFuture().addListener(done -> {
            if (!done.isSuccess()) {
                log.failed(context.channel(), done.cause());
            }
        });
        super.handlerAdded(context);
    }

    private static Void closed(ChannelHandlerContext context) {
        var _ = context.close();
        return null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!begun && message instanceof ByteBuf bytes && bytes.isReadable()) {
            begun = true;
            byte first = bytes.getByte(bytes.readerIndex());
            if (first >= 'A' && first <= 'Z') { // a method; a TLS handshake begins with 22
                log.plainHttp(context.channel());
            }
        }
        super.channelRead(context, message);
    }
}
