package agentsettings.storage.queue;

import java.time.Duration;

/**
 * The limits of a queue that is processed in batches.
 *
 * @param queueMax maximum number of queued requests; more are rejected
 * @param batchMax maximum number of requests processed together
 * @param waitMax maximum time that a request waits in an overloaded queue; it is rejected then
 */
public record BatchLimits(int queueMax, int batchMax, Duration waitMax) {

    /** Limits of a queue in which requests wait for as long as it takes. */
    public BatchLimits(int queueMax, int batchMax) {
        this(queueMax, batchMax, Duration.ofNanos(Long.MAX_VALUE));
    }
}
