package agentsettings.core.queries;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Equal steps of time, one after the other. Immutable.
 *
 * @param from when the first begins
 * @param count how many there are, 1 to {@value #COUNT_MAX}
 */
public record TimeSteps(Instant from, Duration length, int count) {

    public static final int COUNT_MAX = 1000;

    public TimeSteps {
        Objects.requireNonNull(from, "from");
        if (!length.isPositive()) {
            throw new IllegalArgumentException("a step of time must be longer than nothing, got " + length);
        }
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("there must be 1 to " + COUNT_MAX + " steps, got " + count);
        }
    }

    /** The last steps up to a time, which is in the last of them; each begins at a multiple of its length since 1970, in UTC. */
    public static TimeSteps until(Instant time, Duration length, int count) {
        long millis = length.toMillis();
        long last = Math.floorDiv(time.toEpochMilli(), millis);
        return new TimeSteps(Instant.ofEpochMilli((last - count + 1) * millis), length, count);
    }

    /** When this step begins, the first being 0; the number of steps is for when the last ends. */
    public Instant begin(int step) {
        return from.plus(length.multipliedBy(step));
    }
}
