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
 * round, at few at a time, so that requests need not wait for a round of thousands. A deadline is a {@link System#nanoTime}: an event
 * loop that has fallen behind runs the rounds that it owes at once. Confined to the listener's event loop.
 */
final class ConnectionTimeouts {

    private static final Duration ROUND = Duration.ofMillis(250);
    private static final Duration STEP = Duration.ofMillis(5);

    /** Fewer than a round has time for. */
    private static final int STEPS_MAX = 40;

    /** How many connections a step looks at, at least. */
    private static final int STEP_MIN = 64;

    private final Map<HttpConnection, ClientConnection> connections = new HashMap<>();
    private final ListenerOptions options;
    private Map<ConnectionLimits.State, Integer> counts = new EnumMap<>(ConnectionLimits.State.class);
    private long now = System.nanoTime();

    /** What the round has still to look at; some of them may be closed by now. */
    private Iterator<HttpConnection> round = Collections.emptyIterator();

    ConnectionTimeouts(ListenerOptions options) {
        this.options = options;
    }

    /** Begins the rounds. Called on the event loop. */
    void start(Vertx vertx) {
        vertx.setPeriodic(ROUND.toMillis(), timer -> beginRound(vertx));
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

    private void beginRound(Vertx vertx) {
        step(Integer.MAX_VALUE); // the rest of the round before, if the event loop has fallen behind
        options.limits().counted(this, counts);
        counts = new EnumMap<>(ConnectionLimits.State.class);
        round = List.copyOf(connections.keySet()).iterator();
        goOn(vertx, Math.max(STEP_MIN, connections.size() / STEPS_MAX + 1));
    }

    private void goOn(Vertx vertx, int most) {
        step(most);
        if (round.hasNext()) {
            vertx.setTimer(STEP.toMillis(), timer -> goOn(vertx, most));
        }
    }

    /** Ends what is overdue of the round's next connections, of so many at most, and counts them. */
    private void step(int most) {
        now = System.nanoTime();
        for (int i = 0; i < most && round.hasNext(); i++) {
            ClientConnection open = find(round.next());
            if (open != null) {
                open.tick();
                counts.merge(open.state(), 1, Integer::sum);
            }
        }
    }
}
