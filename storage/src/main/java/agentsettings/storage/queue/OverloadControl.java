package agentsettings.storage.queue;

import java.time.Duration;

/**
 * Decides which requests are rejected because they have waited too long, so that under a load beyond its capacity the service does not
 * spend itself on requests that come late. A queue counts as overloaded after many batches in succession have left requests in it: a
 * burst, or what has gathered behind one slow commit, is processed. Used by one thread.
 */
final class OverloadControl {

    static final int BATCHES_OF_BURST = 32;

    private final long waitMaxNanos;
    private int batchesThatLeftRequests;

    OverloadControl(Duration waitMax) {
        waitMaxNanos = waitMax.toNanos();
    }

    /** Notes that a batch was taken, and whether that has emptied the queue. Returns whether the queue is overloaded. */
    boolean taken(boolean emptied) {
        batchesThatLeftRequests = emptied ? 0 : batchesThatLeftRequests + 1;
        return batchesThatLeftRequests > BATCHES_OF_BURST;
    }

    /** Whether to reject a request that was taken from an overloaded queue. Both times are of {@link System#nanoTime}. */
    boolean rejects(long queuedAt, long now) {
        return now - queuedAt >= waitMaxNanos;
    }
}
