package agentsettings.bench.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A running server on this machine.
 *
 * @param collections the log of its garbage collector, or null
 * @param management the address of its management interface, or null
 */
public record Server(URI uri, Process process, Path collections, URI management) implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    /** Waits until the server accepts connections. */
    static Server accepting(int port, Process process, Path log) throws IOException {
        await(process, log, () -> accepts(port));
        return new Server(URI.create("http://127.0.0.1:" + port), process, null, null);
    }

    /** Waits until the process is ready; fails if it ends or takes too long. */
    static void await(Process process, Path log, BooleanSupplier ready) throws IOException {
        long until = System.nanoTime() + START_MAX.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithinInterval(process) || System.nanoTime() > until) {
                throw new IOException("didn't start: " + Files.readString(log));
            }
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean endsWithinInterval(Process process) throws IOException {
        try {
            return process.waitFor(POLL_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public Processes processes() {
        return new Processes(process.toHandle());
    }

    /** The heap allocation before the last collection. */
    public CollectorLog.Allocated allocated() {
        return collections == null ? CollectorLog.NOTHING : CollectorLog.read(collections);
    }

    @Override
    public void close() {
        Workspace.end(process);
    }
}
