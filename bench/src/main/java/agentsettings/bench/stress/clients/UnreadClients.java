package agentsettings.bench.stress.clients;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that send one request after another, as fast as the server takes them, and read no response. Each connection that the server closes
 * is opened again. Runs on a thread of its own until it is closed.
 */
public final class UnreadClients implements AutoCloseable {

    private static final Duration REOPEN = Duration.ofMillis(100);
    private static final int REQUESTS_AT_ONCE = 200;
    private static final int RECEIVE_BUFFER = 4 * 1024;

    private final Selector selector = Selector.open();
    private final Thread thread = Thread.ofPlatform().name("unread clients").unstarted(this::run);
    private final AtomicInteger reopened = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean closed;

    /** A client; its requests are of one kind. */
    private record Client(InetSocketAddress server, ByteBuffer request) {}

    private UnreadClients() throws IOException {}

    /** Opens connections that send a request again and again. */
    public static UnreadClients start(URI server, int connections, ByteBuffer request) throws IOException {
        UnreadClients started = new UnreadClients();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        for (int i = 0; i < connections; i++) {
            started.open(new Client(address, repeated(request)));
        }
        started.thread.start();
        return started;
    }

    private static ByteBuffer repeated(ByteBuffer request) {
        ByteBuffer all = ByteBuffer.allocateDirect(request.remaining() * REQUESTS_AT_ONCE);
        while (all.hasRemaining()) {
            all.put(request.duplicate());
        }
        return all.flip();
    }

    private void open(Client client) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        channel.connect(client.server);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_WRITE, client);
        client.request.rewind();
    }

    /** The number of connections that the server has closed so far. */
    public int reopened() {
        return reopened.get();
    }

    /** The bytes of requests that the server, or the system for it, has taken. */
    public long bytes() {
        return bytes.get();
    }

    private void run() {
        try {
            while (!closed) {
                List<Client> lost = new ArrayList<>();
                selector.select(key -> write(key, lost), REOPEN.toMillis());
                for (Client client : lost) {
                    reopened.incrementAndGet();
                    open(client);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server accepts no connection", e);
        }
    }

    private void write(SelectionKey key, List<Client> lost) {
        Client client = (Client) key.attachment();
        try {
            bytes.addAndGet(((SocketChannel) key.channel()).write(client.request));
            if (!client.request.hasRemaining()) {
                client.request.rewind();
            }
        } catch (IOException closedByServer) {
            try {
                key.channel().close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            lost.add(client);
        }
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
