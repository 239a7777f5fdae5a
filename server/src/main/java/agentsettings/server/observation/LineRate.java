package agentsettings.server.observation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Limits how often a kind of line is logged, and counts the lines left out. Safe for use by many threads. */
final class LineRate {

    private final long interval;
    private final LongSupplier nanoTime;
    private final AtomicLong next;
    private final AtomicLong leftOut = new AtomicLong();

    /**
     * At most a line in each interval.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    LineRate(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /** Returns the number of lines left out before this one, or -1 to leave it out. */
    long take() {
        long now = nanoTime.getAsLong();
        long allowed = next.get();
        if (now - allowed >= 0 && next.compareAndSet(allowed, now + interval)) {
            return leftOut.getAndSet(0);
        }
        leftOut.incrementAndGet();
        return -1;
    }
}
