package agentsettings.server.http;

import agentsettings.server.http.limits.ConnectionLimits;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open connections of one listener and their deadlines, which hold however slowly bytes arrive. A deadline is a {@link
 * System#nanoTime}: an event loop that has fallen behind runs the ticks that it owes at once. Confined to the listener's event loop.
 */
final class ConnectionTimeouts {

    static final Duration TICK = Duration.ofMillis(250);

    private final Map<HttpConnection, ClientConnection> connections = new HashMap<>();
    private final ListenerOptions options;
    private long now = System.nanoTime();

    ConnectionTimeouts(ListenerOptions options) {
        this.options = options;
    }

    ClientConnection opened(HttpConnection connection, Channel channel) {
        ClientConnection opened = new ClientConnection(connection, channel, this, options);
        connections.put(connection, opened);
        return opened;
    }

    void closed(HttpConnection connection) {
        ClientConnection closed = connections.remove(connection);
        if (closed != null) {
            closed.closed();
        }
    }

    /** Returns null if the connection is closed. */
    ClientConnection find(HttpConnection connection) {
        return connections.get(connection);
    }

    /** When this time from now is over. */
    static long deadline(Duration timeout) {
        return System.nanoTime() + timeout.toNanos();
    }

    /** Whether it had passed at the tick. */
    boolean isPast(long deadline) {
        return now - deadline > 0;
    }

    /** Ends what is overdue, and counts the connections. */
    void tick() {
        now = System.nanoTime();
        Map<ConnectionLimits.State, Integer> counts = new EnumMap<>(ConnectionLimits.State.class);
        for (ClientConnection connection : List.copyOf(connections.values())) {
            connection.tick();
            counts.merge(connection.state(), 1, Integer::sum);
        }
        options.limits().counted(this, counts);
    }
}
