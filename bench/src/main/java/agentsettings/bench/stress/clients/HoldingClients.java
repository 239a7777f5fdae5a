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
 * They come one after the other, and each opens its connection again when the server closes it. Runs on a thread of its own until it is
 * closed.
 */
public final class HoldingClients implements AutoCloseable {

    /** So often a few clients do something: those that drip, one after the other, and those that come. */
    private static final Duration STEP = Duration.ofMillis(10);

    private static final int STEPS_OF_DRIP = (int) (1000 / STEP.toMillis());
    private static final ByteBuffer BEGUN_HEAD = ascii("POST / HTTP/1.1\r\nHost: bench\r\nX-Slow: ");
    private static final ByteBuffer BEGUN_BODY = ascii("POST /apiaccess/CC-Management/v1/openapp/agentsettings/create"
            + " HTTP/1.1\r\nHost: bench\r\nX-APP-Key: demo-app\r\nContent-Length: 10000\r\n\r\n{");

    private final InetSocketAddress server;
    private final ByteBuffer query = NumberedRequest.query().of(0);
    private final Selector selector = Selector.open();
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private final Thread thread = Thread.ofPlatform().name("holding clients").unstarted(this::run);
    private final AtomicInteger reopened = new AtomicInteger();
    private final SocketChannel[] channels;
    private final int perStep;
    private final int dripping;
    private volatile boolean closed;

    /**
     * Begins to open the connections, evenly over so long a time; half of those that drip do so in the head.
     *
     * @param dripping the number of those that drip, besides the idle ones
     */
    public HoldingClients(URI server, int idle, int dripping, Duration opening) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        this.dripping = dripping;
        this.channels = new SocketChannel[idle + dripping];
        this.perStep = (int) Math.ceilDiv(channels.length, opening.dividedBy(STEP));
        thread.start();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void open(int client) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
        ByteBuffer begun = client % 2 == 0 ? BEGUN_HEAD : BEGUN_BODY;
        channel.write((client < dripping ? begun : query).duplicate());
        channels[client] = channel;
    }

    /** The number of connections that the server has closed so far. */
    public int reopened() {
        return reopened.get();
    }

    private void run() {
        try {
            int opened = 0;
            long next = System.nanoTime();
            for (int step = 0; !closed; step++) {
                for (int i = 0; i < perStep && opened < channels.length; i++) {
                    open(opened++);
                }
                for (int client = step % STEPS_OF_DRIP; client < Math.min(dripping, opened); client += STEPS_OF_DRIP) {
                    drip(channels[client]);
                }
                next += STEP.toNanos();
                reopenUntil(next);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server accepts no connection", e);
        }
    }

    private void reopenUntil(long next) throws IOException {
        for (long left = next - System.nanoTime(); left > 0 && !closed; left = next - System.nanoTime()) {
            List<Integer> lost = new ArrayList<>();
            selector.select(key -> read(key, lost), Math.max(1, left / 1_000_000));
            for (int client : lost) {
                reopened.incrementAndGet();
                open(client);
            }
        }
    }

    private static void drip(SocketChannel channel) {
        try {
            channel.write(ascii("a"));
        } catch (IOException reset) {
            // it is seen when the connection is read
        }
    }

    private void read(SelectionKey key, List<Integer> lost) {
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
        lost.add((Integer) key.attachment());
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
