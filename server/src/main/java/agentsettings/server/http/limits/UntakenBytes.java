package agentsettings.server.http.limits;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/** What was written to a connection and has not been sent, because its client takes no more. Confined to the connection's event loop. */
public final class UntakenBytes {

    private final Channel channel;
    private long left = Long.MAX_VALUE;

    public UntakenBytes(Channel channel) {
        this.channel = channel;
    }

    /** Whether there are fewer than when this was last called; the first time there are. */
    public boolean haveBecomeFewer() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long before = left;
        left = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        return left < before;
    }

    /** Closes the connection without them. Vert.x would wait for ever until they are sent. */
    public void drop() {
        channel.unsafe().close(channel.voidPromise());
    }
}
