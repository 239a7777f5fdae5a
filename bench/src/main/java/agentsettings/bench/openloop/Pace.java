package agentsettings.bench.openloop;

import java.time.Duration;

/**
 * When requests are due.
 *
 * @param perSecond the rate; infinite if each is due as soon as a connection is free
 */
public record Pace(double perSecond, Duration duration) {

    /** So many requests are the most of a duration at an infinite rate. */
    private static final int PER_SECOND_MAX = 100_000;

    /** As fast as the connections allow. */
    public static Pace unlimited(Duration duration) {
        return new Pace(Double.POSITIVE_INFINITY, duration);
    }

    boolean isUnlimited() {
        return Double.isInfinite(perSecond);
    }

    int count() {
        return (int) (Math.min(perSecond, PER_SECOND_MAX) * nanos() / 1e9);
    }

    long nanos() {
        return duration.toNanos();
    }

    /** The nanoseconds from the begin until the request of this index is due. */
    long dueNanos(int index) {
        return isUnlimited() ? 0 : (long) (index * 1e9 / perSecond);
    }

    /** The number of requests that are due by then. */
    int due(long nanos) {
        if (isUnlimited()) {
            return nanos < nanos() ? count() : 0;
        }
        return (int) Math.min(count(), (long) (nanos * perSecond / 1e9) + 1);
    }
}
