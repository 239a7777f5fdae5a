package agentsettings.server.http;

import agentsettings.server.http.conformance.RequestDecoder;
import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.http.limits.UntakenBytes;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection with its exchanges under way, one at a time in HTTP/1.1, several in HTTP/2. Each exchange has its own deadline, and the
 * connection has one while there is none. Confined to its event loop.
 */
final class ClientConnection {

    /** How long the rest of a request is read and dropped after an early response, so that its sender can read the response. */
    private static final Duration LINGERING = Duration.ofSeconds(2);

    private static final EndOfTurn END_OF_TURN = new EndOfTurn();

    private final HttpConnection connection;
    private final UntakenBytes untaken;
    private final ConnectionTimeouts timeouts;
    private final ConnectionLimits limits;
    private final TrustedProxies proxies;
    private final List<HttpExchange> underWay = new ArrayList<>(1);
    private RequestDecoder decoder;
    private long idleDeadline;
    private boolean receivingHead;
    private boolean ending;
    private boolean clientEnded;
    private boolean closing;

    ClientConnection(HttpConnection connection, Channel channel, ConnectionTimeouts timeouts, ListenerOptions options) {
        this.connection = connection;
        this.untaken = new UntakenBytes(channel);
        this.timeouts = timeouts;
        this.limits = options.limits();
        this.proxies = options.proxies();
        this.idleDeadline = ConnectionTimeouts.deadline(limits.idleTimeout());
    }

    /** Sets, before anything arrives, what decodes the connection's requests. A connection without it has HTTP/2. */
    void decodedBy(RequestDecoder requests) {
        decoder = requests;
    }

    TrustedProxies proxies() {
        return proxies;
    }

    /** Whether the connection has HTTP/2, so that exchanges end without it. */
    boolean isMultiplexed() {
        return decoder == null;
    }

    /**
     * Whether another exchange may begin. In HTTP/1.1 none may behind a response that has announced the end of the connection. In HTTP/2 an
     * exchange beside others counts as a connection.
     */
    boolean admits() {
        if (isMultiplexed()) {
            return underWay.isEmpty() || limits.admit();
        }
        return !ending && (underWay.isEmpty() || !underWay.getFirst().isLast());
    }

    /** Begins an exchange that was admitted. In HTTP/1.1 it takes the place of the one before, which has its response. */
    void begin(HttpExchange next) {
        if (!isMultiplexed()) {
            underWay.clear();
        }
        underWay.add(next);
        receivingHead = false;
        next.endBy(ConnectionTimeouts.deadline(next.limits().timeout()));
    }

    /** Notes that the exchange has its response, unless a pipelined one has begun since. */
    void responded(HttpExchange over) {
        if (!underWay.contains(over)) {
            return;
        }
        if (isMultiplexed()) { // it is under way until its stream is closed
            over.lingerUntil(ConnectionTimeouts.deadline(over.isReceived() ? limits.idleTimeout() : LINGERING));
            return;
        }
        ending = over.isLast();
        if (over.isReceived()) {
            remove(over);
            if (clientEnded) {
                END_OF_TURN.execute(this::closeIfIdle); // a pipelined request may begin in this turn
            }
        } else {
            over.lingerUntil(ConnectionTimeouts.deadline(LINGERING));
        }
    }

    /** Notes that the exchange can go no further, since its stream is closed. */
    void ended(HttpExchange over) {
        if (underWay.contains(over)) {
            over.expire();
            remove(over);
        }
    }

    private void remove(HttpExchange over) {
        underWay.remove(over);
        if (isMultiplexed() && !underWay.isEmpty()) {
            limits.release();
        }
        if (underWay.isEmpty()) {
            idleDeadline = ConnectionTimeouts.deadline(limits.idleTimeout());
        }
    }

    private void closeIfIdle() {
        if (underWay.isEmpty()) {
            close();
        }
    }

    /** Notes that the client sends no more; it still waits for the response to what it has sent. */
    void clientEnded() {
        clientEnded = true;
        if (underWay.isEmpty() || !underWay.getFirst().isAwaited()) {
            close();
        }
    }

    /** Notes that the server stops, so that endless responses end. */
    void shuttingDown() {
        List.copyOf(underWay).forEach(HttpExchange::shuttingDown);
    }

    /** Notes that the connection is closed: no response can be in time any more. */
    void closed() {
        List.copyOf(underWay).forEach(this::ended);
    }

    void tick() {
        if (closing) {
            tickClosing();
        } else if (underWay.isEmpty()) {
            tickIdle();
        } else if (isMultiplexed()) {
            List.copyOf(underWay).forEach(this::tick);
        } else {
            tick(underWay.getFirst());
        }
    }

    private void tick(HttpExchange exchange) {
        if (exchange.hasResponse()) {
            responded(exchange);
        } else if (exchange.hasProgressed()) {
            exchange.endBy(ConnectionTimeouts.deadline(exchange.limits().timeout()));
        }
        if (timeouts.isPast(exchange.deadline()) && underWay.contains(exchange)) {
            exchange.timeOut();
        }
    }

    private void tickClosing() {
        if (untaken.haveBecomeFewer()) {
            idleDeadline = ConnectionTimeouts.deadline(limits.idleTimeout());
        } else if (timeouts.isPast(idleDeadline)) {
            untaken.drop();
        }
    }

    private void tickIdle() {
        if (!receivingHead && decoder != null && decoder.isReceivingHead()) {
            receivingHead = true;
            idleDeadline = ConnectionTimeouts.deadline(limits.headTimeout());
        }
        if (timeouts.isPast(idleDeadline)) {
            close();
        }
    }

    ConnectionLimits.State state() {
        if (underWay.isEmpty()) {
            return receivingHead ? ConnectionLimits.State.RECEIVING : ConnectionLimits.State.IDLE;
        }
        boolean serving = underWay.stream().anyMatch(HttpExchange::isReceived);
        return serving ? ConnectionLimits.State.SERVING : ConnectionLimits.State.RECEIVING;
    }

    /** Closes the connection once the client has taken what was sent, or has taken nothing of it for the idle timeout. */
    void close() {
        if (!closing) {
            closing = true;
            var _ = connection.close();
        }
    }
}
