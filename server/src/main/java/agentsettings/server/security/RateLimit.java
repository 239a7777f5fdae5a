package agentsettings.server.security;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Allows each app so many requests a second, evenly or in a burst of one second's worth: every request takes its share of time, and an
 * app's time may run ahead of the clock by one second at most. Safe for use by many threads.
 */
public final class RateLimit {

    private static final long SECOND_MICROS = 1_000_000;

    private final ConcurrentMap<String, AtomicLong> takenUntilMicros = new ConcurrentHashMap<>();
    private final long shareMicros;
    private final InstantSource clock;

    /**
     * A limit for each app.
     *
     * @param requestsPerSecond 0 for no limit
     */
    public RateLimit(int requestsPerSecond, InstantSource clock) {
        this.shareMicros = requestsPerSecond == 0 ? 0 : SECOND_MICROS / requestsPerSecond;
        this.clock = clock;
    }

    /** Whether this app, which must be a known one, may send this request now. */
    public boolean allows(String appKey) {
        if (shareMicros == 0) {
            return true;
        }
        long now = clock.millis() * 1000;
        AtomicLong takenUntil = takenUntilMicros.computeIfAbsent(appKey, key -> new AtomicLong());
        while (true) {
            long taken = takenUntil.get();
            long next = Math.max(taken, now) + shareMicros;
            if (next > now + SECOND_MICROS) {
                return false;
            }
            if (takenUntil.compareAndSet(taken, next)) {
                return true;
            }
        }
    }
}
