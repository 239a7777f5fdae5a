package agentsettings.server.http;

import agentsettings.server.http.conformance.RequestDecoder;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;

/** One connection, with its exchange under way and its deadline. Confined to its event loop. */
final class ClientConnection {

    /** How long the rest of a request is read and dropped after an early response, so that its sender can read the response. */
    private static final Duration LINGERING = Duration.ofSeconds(2);

    private static final EndOfTurn END_OF_TURN = new EndOfTurn();

    private final HttpConnection connection;
    private final ConnectionTimeouts clock;
    private final ConnectionLimits limits;
    private RequestDecoder decoder;
    private HttpExchange exchange;
    private long deadline;
    private boolean receivingHead;
    private boolean lingering;
    private boolean ending;
    private boolean clientEnded;

    ClientConnection(HttpConnection connection, ConnectionTimeouts clock, ConnectionLimits limits) {
        this.connection = connection;
        this.clock = clock;
        this.limits = limits;
        this.deadline = clock.deadline(limits.idleTimeout());
    }

    /** Sets, before anything arrives, what decodes the connection's requests. */
    void decodedBy(RequestDecoder requests) {
        decoder = requests;
    }

    void begin(HttpExchange next) {
        exchange = next;
        lingering = false;
        receivingHead = false;
        deadline = clock.deadline(next.limits().timeout());
    }

    /** Whether a response has announced the end of the connection, so that requests pipelined after it must not be served. */
    boolean isEnding() {
        return ending || (exchange != null && exchange.isLast());
    }

    /** Notes that the exchange has its response, unless a pipelined one has begun since. */
    void responded(HttpExchange over) {
        if (over != exchange) {
            return;
        }
        ending = over.isLast();
        if (over.isReceived()) {
            exchange = null;
            deadline = clock.deadline(limits.idleTimeout());
            if (clientEnded) {
                END_OF_TURN.execute(this::closeIfIdle); // a pipelined request may begin in this turn
            }
        } else if (!lingering) {
            lingering = true;
            deadline = clock.deadline(LINGERING);
            over.receiveRest();
        }
    }

    private void closeIfIdle() {
        if (exchange == null) {
            close();
        }
    }

    /** Notes that the client sends no more; it still waits for the response to what it has sent. */
    void clientEnded() {
        clientEnded = true;
        if (exchange == null || !exchange.isAwaited()) {
            close();
        }
    }

    /** Notes that the connection is closed: no response can be in time any more. */
    void closed() {
        if (exchange != null && exchange.isReceived() && !exchange.hasResponse()) {
            exchange.timeOut();
        }
    }

    void tick() {
        if (exchange != null) {
            if (exchange.hasResponse()) {
                responded(exchange);
            } else if (exchange.hasProgressed()) {
                deadline = clock.deadline(exchange.limits().timeout());
            }
        } else if (!receivingHead && decoder.isReceivingHead()) {
            receivingHead = true;
            deadline = clock.deadline(limits.headTimeout());
        }
        if (clock.isPast(deadline)) {
            if (exchange == null) {
                close();
            } else {
                exchange.timeOut();
            }
        }
    }

    ConnectionLimits.State state() {
        if (exchange == null) {
            return receivingHead ? ConnectionLimits.State.RECEIVING : ConnectionLimits.State.IDLE;
        }
        return exchange.isReceived() ? ConnectionLimits.State.SERVING : ConnectionLimits.State.RECEIVING;
    }

    void close() {
        var _ = connection.close();
    }
}
