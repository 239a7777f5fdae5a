package agentsettings.management.jobs;

import java.time.Duration;

/**
 * How many rows a job applies in a step: as many as take about as long as a small batch of other callers' writes, so that these wait
 * little longer beside a job. Used by one thread.
 */
final class StepSize {

    private static final int MIN = 16;
    private static final int MAX = 256;
    private static final long AIM = Duration.ofMillis(10).toNanos();

    private int rows = MIN;

    int rows() {
        return rows;
    }

    /** Takes into account how long a step of this size took, its waiting in the queue included. */
    void took(long nanos) {
        rows = nanos > AIM ? Math.max(MIN, rows / 2) : Math.min(MAX, rows + MIN);
    }
}
