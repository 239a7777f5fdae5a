package agentsettings.server.http.tls;

import agentsettings.core.logging.LineRate;
import agentsettings.server.http.conformance.ForeignProtocol;
import agentsettings.server.http.conformance.ForeignProtocolLog;
import io.netty.channel.Channel;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Logs that clients speak HTTP without TLS, and why their handshakes failed, at most once a minute; not that they went away meanwhile.
 * Safe for use by many threads.
 */
public final class HandshakeLog {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(HandshakeLog.class.getName());

    /** What a reason quotes of a client's certificate must not look like another line of the log. */
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");

    private final ForeignProtocolLog foreignProtocols;
    private final LineRate failures;

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public HandshakeLog(ForeignProtocolLog foreignProtocols, LongSupplier nanoTime) {
        this.foreignProtocols = foreignProtocols;
        this.failures = new LineRate(INTERVAL, nanoTime);
    }

    void plainHttp(Channel channel) {
        foreignProtocols.spoken(ForeignProtocol.PLAIN_HTTP, client(channel), port(channel));
    }

    void failed(Channel channel, Throwable reason) {
        boolean refused = reason instanceof SSLException
                && !(reason instanceof NotSslRecordException)
                && !(reason.getCause() instanceof ClosedChannelException);
        if (refused) {
            failures.log(others -> LOG.log(
                    System.Logger.Level.INFO,
                    "The TLS handshake of a client at {0} with port {1} failed: {2}{3}",
                    client(channel),
                    Integer.toString(port(channel)),
                    CONTROL_CHARACTERS.matcher(text(reason)).replaceAll("?"),
                    others));
        }
    }

    /** That of the innermost cause, since the JDK calls some reasons just unexpected. */
    private static String text(Throwable reason) {
        Throwable innermost = reason;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }

    private static String client(Channel channel) {
        return address(channel.remoteAddress()).getAddress().getHostAddress();
    }

    private static int port(Channel channel) {
        return address(channel.localAddress()).getPort();
    }

    private static InetSocketAddress address(SocketAddress address) {
        return (InetSocketAddress) address;
    }
}
