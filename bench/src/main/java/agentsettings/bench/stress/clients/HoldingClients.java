package agentsettings.bench.stress.clients;

import agentsettings.bench.openloop.NumberedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that hold connections: those of one kind are idle after a request, the others send a request's head or its body a byte a second.
 * Each connection that the server closes is opened again. Runs on a thread of its own until it is closed.
 */
public final class HoldingClients implements AutoCloseable {

    private static final Duration DRIP = Duration.ofSeconds(1);
    private static final ByteBuffer BEGUN_HEAD = ascii("POST / HTTP/1.1\r\nHost: bench\r\nX-Slow: ");
    private static final ByteBuffer BEGUN_BODY = ascii("POST /apiaccess/CC-Management/v1/openapp/agentsettings/create"
            + " HTTP/1.1\r\nHost: bench\r\nX-APP-Key: demo-app\r\nContent-Length: 10000\r\n\r\n{");

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private final Thread thread = Thread.ofPlatform().name("holding clients").unstarted(this::run);
    private final AtomicInteger reopened = new AtomicInteger();
    private volatile boolean closed;

    /** Opens the connections; half of those that drip do so in the head. */
    public HoldingClients(URI server, int idle, int dripping) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        ByteBuffer query = NumberedRequest.query().of(0);
        for (int i = 0; i < idle; i++) {
            open(new Client(query, false));
        }
        for (int i = 0; i < dripping; i++) {
            open(new Client(i % 2 == 0 ? BEGUN_HEAD : BEGUN_BODY, true));
        }
        thread.start();
    }

    /**
     * What a client does.
     *
     * @param first what it sends at once
     * @param drips whether it sends a byte a second after that
     */
    private record Client(ByteBuffer first, boolean drips) {}

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void open(Client client) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
        channel.write(client.first.duplicate());
    }

    /** The number of connections that the server has closed so far. */
    public int reopened() {
        return reopened.get();
    }

    private void run() {
        try {
            while (!closed) {
                long next = System.nanoTime() + DRIP.toNanos();
                drip();
                for (long left = DRIP.toMillis(); left > 0 && !closed; left = (next - System.nanoTime()) / 1_000_000) {
                    List<Client> lost = new ArrayList<>();
                    selector.select(key -> read(key, lost), left);
                    for (Client client : lost) {
                        reopened.incrementAndGet();
                        open(client);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server accepts no connection", e);
        }
    }

    private void drip() {
        for (SelectionKey key : selector.keys()) {
            if (key.isValid() && ((Client) key.attachment()).drips) {
                try {
                    ((SocketChannel) key.channel()).write(ascii("a"));
                } catch (IOException reset) {
                    // it is seen when the connection is read
                }
            }
        }
    }

    private void read(SelectionKey key, List<Client> lost) {
        try {
            received.clear();
            if (((SocketChannel) key.channel()).read(received) >= 0) {
                return;
            }
        } catch (IOException reset) {
            // as an end
        }
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        lost.add((Client) key.attachment());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
