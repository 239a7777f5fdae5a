package agentsettings.server.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the connections of one event loop within their time: an exchange must end, and a next request's head must be there, in so
 * many ticks, however slowly bytes drip in. Touched by that event loop alone.
 */
final class ConnectionWatch {

    static final Duration TICK = Duration.ofMillis(250);

    private final Map<HttpConnection, Watched> connections = new HashMap<>();
    private final long exchangeTicksMax;
    private final long idleTicksMax;
    private long tick;

    ConnectionWatch(Duration exchangeMax, Duration idleMax) {
        this.exchangeTicksMax = Math.max(1, exchangeMax.dividedBy(TICK));
        this.idleTicksMax = Math.max(1, idleMax.dividedBy(TICK));
    }

    private static final class Watched {
        private Exchange exchange;
        private long since;
    }

    void opened(HttpConnection connection) {
        Watched watched = new Watched();
        watched.since = tick;
        connections.put(connection, watched);
    }

    void closed(HttpConnection connection) {
        connections.remove(connection);
    }

    void began(HttpConnection connection, Exchange exchange) {
        note(connection, exchange);
    }

    /** Notes that the exchange has ended, unless a pipelined one has begun since. */
    void ended(HttpConnection connection, Exchange exchange) {
        Watched watched = connections.get(connection);
        if (watched != null && watched.exchange == exchange) {
            note(connection, null);
        }
    }

    private void note(HttpConnection connection, Exchange exchange) {
        Watched watched = connections.get(connection);
        if (watched != null) {
            watched.exchange = exchange;
            watched.since = tick;
        }
    }

    /** Lets a tick pass, and ends what has had its time. */
    void tick() {
        tick++;
        for (Map.Entry<HttpConnection, Watched> entry : Map.copyOf(connections).entrySet()) {
            Watched watched = entry.getValue();
            long ticks = tick - watched.since;
            if (watched.exchange == null && ticks > idleTicksMax) {
                var _ = entry.getKey().close();
            } else if (watched.exchange != null && ticks > exchangeTicksMax) {
                watched.exchange.expire();
            }
        }
    }
}
