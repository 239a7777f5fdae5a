package agentsettings.core.logging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Limits how often a kind of line is logged, and counts the lines left out. Safe for use by many threads. */
public final class LineRate {

    private final long interval;
    private final LongSupplier nanoTime;
    private final AtomicLong next;
    private final AtomicLong leftOut = new AtomicLong();

    /**
     * At most a line in each interval.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public LineRate(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Logs a line, or leaves it out.
     *
     * @param line gets what the line must say of those left out before it, with a space before; empty if there are none
     */
    public void log(Consumer<String> line) {
        long now = nanoTime.getAsLong();
        long allowed = next.get();
        if (now - allowed >= 0 && next.compareAndSet(allowed, now + interval)) {
            long others = leftOut.getAndSet(0);
            line.accept(others == 0 ? "" : " (" + others + " more since the last such line)");
        } else {
            leftOut.incrementAndGet();
        }
    }
}
