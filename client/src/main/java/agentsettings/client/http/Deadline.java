package agentsettings.client.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time at which a call must have ended. Thread-safe if the clock is. */
public record Deadline(Instant end, InstantSource clock) {

    private static final Duration MIN = Duration.ofMillis(1);

    /** Returns the time that is left, at most this maximum, at least a millisecond. */
    public Duration remaining(Duration max) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.compareTo(MIN) < 0) {
            return MIN;
        }
        return left.compareTo(max) < 0 ? left : max;
    }

    /** Whether it comes later than this time from now. */
    boolean permits(Duration time) {
        return clock.instant().plus(time).isBefore(end);
    }
}
