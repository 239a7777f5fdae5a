package agentsettings.client.management;

import agentsettings.client.Problem;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.events.EventSource;
import agentsettings.client.events.InvalidEventException;
import agentsettings.client.events.SentEvent;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.feed.FeedOutcome.Closed;
import agentsettings.client.management.feed.FeedOutcome.CursorExpired;
import agentsettings.client.management.feed.FeedOutcome.OfNext;
import agentsettings.client.management.feed.FeedOutcome.Received;
import agentsettings.client.management.json.ChangeMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * Changes as they are made, without end. They are received on a thread of its own, which connects again whenever the
 * connection ends, or is silent for the request time-out, and goes on after the last change; the service sends something
 * every few seconds. It holds one change that was not taken yet. One thread takes changes; any thread may close it.
 */
public final class ChangeStream implements AutoCloseable {

    static final String CURSOR_EXPIRED = "cursor-expired";

    private Optional<String> cursor;
    private Thread receiver;
    private Received arrived;
    private OfNext end;
    private RuntimeException failure;

    private ChangeStream(Optional<String> after) {
        this.cursor = after;
    }

    /**
     * Opens a stream.
     *
     * @param starter starts a thread
     */
    static ChangeStream open(EventSource events, Optional<String> after, Function<Runnable, Thread> starter) {
        ChangeStream stream = new ChangeStream(after);
        Thread thread = starter.apply(() -> stream.receiveAll(events, after));
        synchronized (stream) {
            stream.receiver = thread;
        }
        return stream;
    }

    /**
     * Waits for the next change, however long that takes. Each end is the same for all calls from then on.
     *
     * @return {@link Closed} after the stream or the client was closed; {@link CursorExpired}
     * @throws RequestRejectedException if the service does not accept the key or the request
     * @throws agentsettings.client.ServiceUnavailableException if what it sends is not valid, in as many attempts as the
     *     configuration permits. After any other failure the stream connects again, without end
     */
    public synchronized OfNext next() throws InterruptedException {
        while (isWaiting()) {
            wait();
        }
        return taken();
    }

    /**
     * Waits for the next change, as {@link #next()}, but no longer than this.
     *
     * @return empty if none came. What {@link #cursor()} returns then is behind all that was taken before
     */
    public synchronized Optional<OfNext> next(Duration max) throws InterruptedException {
        long end = System.nanoTime() + max.toNanos();
        for (long left = max.toNanos(); isWaiting() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return isWaiting() ? Optional.empty() : Optional.of(taken());
    }

    private boolean isWaiting() {
        return arrived == null && end == null && failure == null;
    }

    private OfNext taken() {
        if (failure != null) {
            throw failure;
        }
        if (end != null) {
            return end;
        }
        Received next = arrived;
        cursor = Optional.of(next.cursor());
        arrived = null;
        notifyAll();
        return next;
    }

    /**
     * Returns the cursor behind the last change that was taken, or behind later ones that the filter left out. Empty
     * until there is one, if the stream began with the first change.
     */
    public synchronized Optional<String> cursor() {
        return cursor;
    }

    private void receiveAll(EventSource events, Optional<String> after) {
        try {
            events.run(after, this::receive);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        } catch (RequestRejectedException e) {
            Optional<Problem> expired =
                    e.details().problem().filter(p -> p.code().equals(CURSOR_EXPIRED));
            expired.ifPresentOrElse(problem -> end(new CursorExpired(problem.detail()), null), () -> end(null, e));
        } catch (RuntimeException e) {
            end(null, e);
        } catch (Error e) {
            end(null, new IllegalStateException("the thread that receives changes failed", e));
            throw e;
        } finally {
            end(new Closed(), null);
        }
    }

    private void receive(SentEvent event) throws InvalidEventException, InterruptedException {
        Received next =
                event.data().isPresent() ? new Received(decode(event.data().get()), event.id()) : null;
        synchronized (this) {
            if (next == null) {
                cursor = Optional.of(event.id());
                return;
            }
            arrived = next;
            notifyAll();
            while (arrived != null) {
                wait();
            }
        }
    }

    private static ChangeEvent decode(String data) throws InvalidEventException {
        try {
            return ChangeMapper.event(data);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new InvalidEventException("a change is not valid.");
        }
    }

    /** The first end counts. */
    private synchronized void end(OfNext last, RuntimeException thrown) {
        if (end == null && failure == null) {
            end = last;
            failure = thrown;
            notifyAll();
        }
    }

    /** Ends the stream, and a wait for the next change at once. */
    @Override
    public void close() {
        end(new Closed(), null);
        synchronized (this) {
            receiver.interrupt();
        }
    }
}
