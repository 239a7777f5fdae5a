package agentsettings.server.http.proxies;

import agentsettings.server.addresses.CidrBlocks;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Reads the header of the PROXY protocol, version 1 or 2, from connections of trusted proxies, which must send it. Other connections have
 * none. Stateless.
 */
public final class ProxyProtocol {

    /** Adds it to a connection that has not been read from, if the other side is one of the proxies. */
    public static void addTo(Channel channel, CidrBlocks proxies) {
        if (channel.remoteAddress() instanceof InetSocketAddress peer && proxies.contains(peer.getAddress())) {
            channel.pipeline().addFirst(new HAProxyMessageDecoder(), new Header());
        }
    }

    private ProxyProtocol() {}

    /** Takes the client's address, which Vert.x then has as the connection's. One for each connection, on its event loop. */
    private static final class Header extends ChannelInboundHandlerAdapter {

        private boolean isRefused;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (isRefused) {
                ReferenceCountUtil.release(message);
            } else if (message instanceof HAProxyMessage header) {
                try {
                    take(context.channel(), header);
                } finally {
                    header.release();
                }
                context.pipeline().remove(this);
            } else {
                context.fireChannelRead(message);
            }
        }

        /** What follows an invalid header is not read, since a connection may take a while to close. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            isRefused = true;
            context.fireExceptionCaught(cause);
            var _ = context.close(); // before a handshake, nobody else does
        }

        /** The proxy's own connections, to see whether the server is there, have no other address. */
        private static void take(Channel channel, HAProxyMessage header) {
            boolean internet = switch (header.proxiedProtocol()) {
                case TCP4, TCP6 -> true;
                default -> false;
            };
            if (internet && header.sourceAddress() != null) {
                InetSocketAddress client = new InetSocketAddress(address(header.sourceAddress()), header.sourcePort());
                channel.attr(ConnectionBase.REMOTE_ADDRESS_OVERRIDE).set(SocketAddress.inetSocketAddress(client));
            }
        }

        /** Netty permits some texts that are none, such as an IPv6 address with an empty zone. */
        private static InetAddress address(String text) {
            try {
                return InetAddress.ofLiteral(text);
            } catch (IllegalArgumentException notAnAddress) {
                throw new HAProxyProtocolException("The header has an invalid address", notAnAddress);
            }
        }
    }
}
