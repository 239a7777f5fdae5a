package agentsettings.server;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The parts of a service, closed in reverse order. A part that hangs delays closing only for a limited time. Used by one
 * thread; closing happens on a thread of its own.
 */
final class Parts {

    private static final System.Logger LOG = System.getLogger(Parts.class.getName());

    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private Thread closing;

    <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    /**
     * Closes all parts, after which no more are kept. A part that fails is logged, and the others are closed.
     *
     * @param max the time after which the parts that are still open are left as they are
     * @return whether all parts were closed
     */
    boolean close(Duration max) {
        if (closing == null) {
            closing = Thread.ofPlatform().daemon().name("stop").start(this::closeEach);
        }
        try {
            if (closing.join(max) && open.isEmpty()) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        AutoCloseable hanging = open.peek();
        LOG.log(
                System.Logger.Level.ERROR,
                "The service did not stop within {0}: {1} is still closing. The outcome of writes without a response is unknown.",
                max,
                hanging == null ? "nothing" : hanging.getClass().getSimpleName());
        return false;
    }

    /** A part stays in the queue until it is closed, so that the queue names the one that hangs. */
    private void closeEach() {
        for (AutoCloseable part = open.peek(); part != null; part = open.peek()) {
            try {
                part.close();
            } catch (Throwable e) { // an Error must not leave the others open
                LOG.log(System.Logger.Level.ERROR, "A part of the service failed to close", e);
            }
            open.remove(part);
        }
    }
}
