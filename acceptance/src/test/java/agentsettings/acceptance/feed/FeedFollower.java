package agentsettings.acceptance.feed;

import agentsettings.client.management.ChangeStream;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.feed.FeedOutcome.Closed;
import agentsettings.client.management.feed.FeedOutcome.OfNext;
import agentsettings.client.management.feed.FeedOutcome.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receives all changes from a cursor on, as a program would that is started again from time to time: it opens another
 * stream from its cursor, each time at the next of the nodes. It is a thread of its own.
 */
final class FeedFollower implements AutoCloseable {

    private static final int CHANGES_BY_STREAM = 300;
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final List<ManagementClient> nodes;
    private final Thread thread;
    private final List<ChangeEvent> received = new ArrayList<>();
    private String cursor;
    private ChangeStream current;
    private int streams;
    private boolean closing;
    private Object failure;

    /** Starts at the feed's end as it is now. */
    FeedFollower(List<ManagementClient> nodes) {
        this.nodes = nodes;
        this.cursor = nodes.getFirst().changes().end();
        this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        for (ChangeStream stream = next(); stream != null; stream = next()) {
            receive(stream);
        }
    }

    private void receive(ChangeStream opened) {
        try (ChangeStream stream = opened) {
            OfNext last = stream.next();
            for (int i = 1; last instanceof Received change && i < CHANGES_BY_STREAM; i++) {
                add(change);
                last = stream.next();
            }
            if (last instanceof Received change) {
                add(change);
            } else if (!(last instanceof Closed)) {
                fail(last);
            }
        } catch (InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    /** Returns the next stream, null if there is to be none. */
    private synchronized ChangeStream next() {
        if (closing || failure != null) {
            return null;
        }
        current = nodes.get(streams++ % nodes.size()).changes().stream(ChangeFilter.ALL, Optional.of(cursor));
        return current;
    }

    private synchronized void add(Received change) {
        received.add(change.event());
        cursor = change.cursor();
    }

    private synchronized void fail(Object why) {
        failure = why;
    }

    /** How many streams it has opened. */
    synchronized int streams() {
        return streams;
    }

    /** Waits until it has received everything, while nothing is changed, and returns that. */
    List<ChangeEvent> awaitAll() throws InterruptedException {
        String end = nodes.getFirst().changes().end();
        long deadline = System.nanoTime() + CAUGHT_UP_WITHIN.toNanos();
        while (!isAt(end)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not caught up within " + CAUGHT_UP_WITHIN + ": at " + cursor + " of " + end
                        + ", " + received.size() + " changes");
            }
            Thread.sleep(POLL_MILLIS);
        }
        synchronized (this) {
            return List.copyOf(received);
        }
    }

    private synchronized boolean isAt(String end) {
        if (failure != null) {
            throw new AssertionError("the stream ended: " + failure);
        }
        return cursor.equals(end);
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            if (current != null) {
                current.close();
            }
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
