package agentsettings.server.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the connections of one event loop within their time: an exchange must end, and a next request's head must be there, in so
 * many ticks, however slowly bytes drip in. Touched by that event loop alone.
 */
final class ConnectionTimeouts {

    static final Duration TICK = Duration.ofMillis(250);

    /** How long the rest of a request that was answered early is taken in and dropped, so that its sender can read the answer. */
    private static final long LINGERING_TICKS_MAX = 8;

    private final Map<HttpConnection, Watched> connections = new HashMap<>();
    private final long exchangeTicksMax;
    private final long idleTicksMax;
    private long tick;

    ConnectionTimeouts(Duration exchangeMax, Duration idleMax) {
        this.exchangeTicksMax = Math.max(1, exchangeMax.dividedBy(TICK));
        this.idleTicksMax = Math.max(1, idleMax.dividedBy(TICK));
    }

    private static final class Watched {
        private Exchange exchange;
        private long lastTick;
        private boolean ending;
        private boolean clientEnded;
    }

    void opened(HttpConnection connection) {
        connections.put(connection, new Watched());
        note(connection, null, idleTicksMax);
    }

    void closed(HttpConnection connection) {
        connections.remove(connection);
    }

    void began(HttpConnection connection, Exchange exchange) {
        note(connection, exchange, exchangeTicksMax);
    }

    /** Whether an answer has announced the connection's end, so that whatever is pipelined behind must not be carried out. */
    boolean isEnding(HttpConnection connection) {
        Watched watched = connections.get(connection);
        return watched == null || watched.ending;
    }

    /** Notes that the exchange was answered, unless a pipelined one has begun since. */
    void answered(HttpConnection connection, Exchange exchange) {
        Watched watched = connections.get(connection);
        if (watched != null && watched.exchange == exchange) {
            if (exchange.isReceived()) {
                note(connection, null, idleTicksMax);
                closeIfClientEnded(connection, watched);
            } else {
                watched.ending = true;
                note(connection, exchange, LINGERING_TICKS_MAX);
            }
        }
    }

    /** Notes that nothing more comes from the client, who still waits for the answer to what has come. */
    void clientEnded(HttpConnection connection) {
        Watched watched = connections.get(connection);
        if (watched != null) {
            watched.clientEnded = true;
            closeIfClientEnded(connection, watched);
        }
    }

    private static void closeIfClientEnded(HttpConnection connection, Watched watched) {
        boolean answerIsDue = watched.exchange != null && watched.exchange.isReceived();
        if (watched.clientEnded && !answerIsDue) {
            var _ = connection.close();
        }
    }

    private void note(HttpConnection connection, Exchange exchange, long ticksMax) {
        Watched watched = connections.get(connection);
        if (watched != null) {
            watched.exchange = exchange;
            watched.lastTick = tick + ticksMax;
        }
    }

    /** Lets a tick pass, and ends what has had its time. */
    void tick() {
        tick++;
        for (Map.Entry<HttpConnection, Watched> entry : Map.copyOf(connections).entrySet()) {
            Watched watched = entry.getValue();
            if (tick <= watched.lastTick) {
                continue;
            }
            if (watched.exchange == null) {
                var _ = entry.getKey().close();
            } else {
                watched.exchange.expire();
            }
        }
    }
}
