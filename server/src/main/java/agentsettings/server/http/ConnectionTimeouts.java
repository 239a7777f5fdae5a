package agentsettings.server.http;

import agentsettings.server.http.limits.ConnectionLimits;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The open connections of one listener and their deadlines, which hold however slowly bytes arrive. Looks at each connection once a
 * round, at few at a time, so that requests need not wait while it looks at thousands. A deadline is a {@link System#nanoTime}, so it
 * holds on an event loop that has fallen behind. Confined to the listener's event loop.
 */
final class ConnectionTimeouts {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(250);
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(5);

    /** So a round takes 0.2 seconds at most, unless the event loop has much to do. */
    private static final int STEPS_MAX = 40;

    /** How many connections a step looks at, at least. */
    private static final int STEP_SIZE_MIN = 64;

    private final Map<HttpConnection, ClientConnection> connections = new HashMap<>();
    private final ListenerOptions options;
    private long now = System.nanoTime();

    /** What the round has still to look at; some of them may be closed by now. */
    private Iterator<HttpConnection> round = Collections.emptyIterator();

    private Map<ConnectionLimits.State, Integer> counts = new EnumMap<>(ConnectionLimits.State.class);
    private int stepSize;

    ConnectionTimeouts(ListenerOptions options) {
        this.options = options;
    }

    /** Begins a round, which others follow. Called on the event loop. */
    void beginRound(Vertx vertx) {
        round = List.copyOf(connections.keySet()).iterator();
        stepSize = Math.max(STEP_SIZE_MIN, connections.size() / STEPS_MAX + 1);
        goOn(vertx);
    }

    private void goOn(Vertx vertx) {
        try {
            step();
        } finally { // whatever happens to one connection, deadlines hold for the others
            if (round.hasNext()) {
                vertx.setTimer(BETWEEN_STEPS.toMillis(), timer -> goOn(vertx));
            } else {
                endRound();
                vertx.setTimer(BETWEEN_ROUNDS.toMillis(), timer -> beginRound(vertx));
            }
        }
    }

    /** Ends what is overdue of the next connections, and counts them. */
    private void step() {
        now = System.nanoTime();
        for (int i = 0; i < stepSize && round.hasNext(); i++) {
            ClientConnection open = find(round.next());
            if (open != null) {
                open.tick();
                counts.merge(open.state(), 1, Integer::sum);
            }
        }
    }

    private void endRound() {
        round = Collections.emptyIterator();
        options.limits().counted(this, counts);
        counts = new EnumMap<>(ConnectionLimits.State.class);
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

    /** Whether it had passed at the last step. */
    boolean isPast(long deadline) {
        return now - deadline > 0;
    }
}
