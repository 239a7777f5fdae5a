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
 * The open connections of one listener and the clock for their deadlines, which hold however slowly bytes arrive. Confined to the
 * listener's event loop.
 */
final class ConnectionTimeouts {

    static final Duration TICK = Duration.ofMillis(250);

    private static final long TICK_MILLIS = TICK.toMillis();

    private final Map<HttpConnection, ClientConnection> connections = new HashMap<>();
    private final ListenerOptions options;
    private long tick;

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

    /** The tick after which this time from now is over. */
    long deadline(Duration timeout) {
        return tick + Math.max(1, timeout.toMillis() / TICK_MILLIS);
    }

    boolean isPast(long deadline) {
        return tick > deadline;
    }

    /** Counts a tick, ends what is overdue, and counts the connections. */
    void tick() {
        tick++;
        Map<ConnectionLimits.State, Integer> counts = new EnumMap<>(ConnectionLimits.State.class);
        for (ClientConnection connection : List.copyOf(connections.values())) {
            connection.tick();
            counts.merge(connection.state(), 1, Integer::sum);
        }
        options.limits().counted(this, counts);
    }
}
