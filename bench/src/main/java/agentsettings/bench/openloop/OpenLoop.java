package agentsettings.bench.openloop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sends creates when they are due, whatever became of earlier ones, by one thread over many connections, each with one request at a time. A
 * request that is due while no connection is free waits for one, and its latency counts from when it was due. Used by one thread.
 */
public final class OpenLoop implements AutoCloseable {

    private static final Duration RESPONSE_MAX = Duration.ofSeconds(30);
    private static final int RESPONSE_LENGTH_MAX = 16 * 1024;

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final ByteBuffer received = ByteBuffer.allocateDirect(RESPONSE_LENGTH_MAX);
    private final NumberedRequest requests = NumberedRequest.create();
    private LoadOutcome outcome;
    private long firstUser;
    private int underWay;

    /** A connection, and the request that it has sent. */
    private static final class Connection {
        private final SocketChannel channel;
        private int index;
        private long sentNanos;
        private ByteBuffer begun;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** Opens the connections. */
    public OpenLoop(URI server, int connections) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        for (int i = 0; i < connections; i++) {
            idle.push(connect());
        }
    }

    private Connection connect() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** Sends requests for so many users, the first of which has this number, and waits for the responses. */
    public LoadOutcome run(Pace pace, long first) throws IOException {
        outcome = new LoadOutcome(pace, first);
        firstUser = first;
        outcome.begin();
        int next = sendDue(0);
        while (outcome.willBeDue(next) || underWay > 0) {
            await(next);
            if (outcome.nanos() > pace.nanos() + RESPONSE_MAX.toNanos()) {
                break; // those without a response have the status 0
            }
            next = sendDue(next);
        }
        outcome.end(next);
        return outcome;
    }

    /** Sends what is due from this index on, as long as a connection is free. Returns the index of the next. */
    private int sendDue(int from) throws IOException {
        int next = from;
        while (next < outcome.due() && !idle.isEmpty()) {
            Connection connection = idle.pop();
            connection.index = next;
            connection.sentNanos = outcome.nanos();
            next++;
            underWay++;
            try {
                connection.channel.write(requests.of(firstUser + connection.index));
            } catch (IOException closedByServer) {
                replace(connection, true);
            }
        }
        return next;
    }

    /** Waits until a response has come or the next request is due, and takes what has come. */
    private void await(int next) throws IOException {
        long millis = outcome.nanosUntilDue(next) / 1_000_000;
        if (idle.isEmpty() || millis > 0) {
            selector.select(this::read, Math.max(1, millis));
        } else {
            selector.selectNow(this::read);
        }
    }

    private void read(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            received.clear();
            if (connection.begun != null) {
                received.put(connection.begun);
                connection.begun = null;
            }
            boolean closed = connection.channel.read(received) < 0;
            received.flip();
            ResponseHead head = closed ? null : ResponseHead.of(received);
            if (closed) {
                replace(connection, !idle.remove(connection));
            } else if (head == null || received.remaining() < head.length()) {
                connection.begun =
                        ByteBuffer.allocate(received.remaining()).put(received).flip();
            } else {
                underWay--;
                outcome.responded(connection.index, connection.sentNanos, head);
                idle.push(connection);
            }
        } catch (IOException reset) {
            replace(connection, !idle.remove(connection));
        }
    }

    /** Opens a connection in place of one that the server has closed. */
    private void replace(Connection connection, boolean hadRequest) {
        underWay -= hadRequest ? 1 : 0;
        try {
            connection.channel.close();
            idle.push(connect());
        } catch (IOException e) {
            throw new IllegalStateException("the server accepts no connection", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
