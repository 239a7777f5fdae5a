package agentsettings.management.jobs;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast a job goes. A step takes few rows, so that the writes of others, which wait for it, wait little longer; and after each step
 * the job rests for as long as the step took, so that others have at least half of the writer's time. Used by one thread.
 */
final class StepPace {

    private static final int ROWS_MIN = 16;
    private static final int ROWS_MAX = 128;
    private static final long AIM = Duration.ofMillis(5).toNanos();

    /** Less than a claim lasts, however long the storage has stalled. */
    private static final long REST_MAX = Duration.ofMillis(100).toNanos();

    private int rows = ROWS_MIN;

    /** The number of rows of the next step. */
    int rows() {
        return rows;
    }

    /** Rests after a step that took so long, its waiting in the queue included, and finds the size of the next. */
    void rest(long nanos) {
        rows = nanos > AIM ? Math.max(ROWS_MIN, rows * 3 / 4) : Math.min(ROWS_MAX, rows + ROWS_MIN / 2);
        LockSupport.parkNanos(Math.min(nanos, REST_MAX));
    }
}
