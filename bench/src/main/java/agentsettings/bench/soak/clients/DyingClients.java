package agentsettings.bench.soak.clients;

import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that die: each connects, sends a create or a part of one for a user of its own, and resets or ends its connection without having read
 * a response. Runs on a thread of its own until it is closed.
 */
public final class DyingClients implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final int port;
    private final long firstUser;
    private final long usersMax;
    private final ResponseCounts counts;
    private final Map<Long, Set<String>> possible = new TreeMap<>();
    private final Thread thread = Thread.ofVirtual().name("dying clients").unstarted(this::run);
    private volatile boolean closed;

    /** Begins to send. */
    public DyingClients(Server server, long firstUser, long usersMax, ResponseCounts counts) {
        this.port = server.uri().getPort();
        this.firstUser = firstUser;
        this.usersMax = usersMax;
        this.counts = counts;
        thread.start();
    }

    private void run() {
        try {
            for (long i = 0; i < usersMax && !closed; i++) {
                String number = Long.toString(1_000_000 + i);
                byte[] request = Requests.write("create", firstUser + i, null, number);
                boolean whole = i % 3 == 0;
                possible.put(firstUser + i, whole ? Set.of(OwnedUser.NONE, number) : Set.of(OwnedUser.NONE));
                send(whole ? request : Arrays.copyOf(request, (int) (i * 31 % request.length)), i % 2 == 0);
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        } catch (IOException e) {
            counts.fault("dying client", e.toString());
        }
    }

    private void send(byte[] bytes, boolean resets) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            if (resets) {
                socket.setSoLinger(true, 0); // a close is a reset
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Adds what can be stored, by user, once it is closed. */
    public void addPossible(Map<Long, Set<String>> all) {
        all.putAll(possible);
    }
}
