package agentsettings.server.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Limits the requests a second of each caller, with a burst of at most one second's worth. Time is monotonic: setting the wall clock changes
 * nothing. Safe for use by many threads.
 */
public final class RateLimit {

    private final ConcurrentMap<String, Bucket> buckets;
    private final int requestsPerSecond;

    /** The clock. Not private, so that a test can see which one a service uses. */
    final TimeMeter timeMeter;

    /**
     * The same limit for each of the apps or the management keys.
     *
     * @param requestsPerSecond 0 for no limit
     */
    public RateLimit(int requestsPerSecond) {
        this(requestsPerSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * The same limit by another clock.
     *
     * @param timeMeter must be monotonic
     */
    public RateLimit(int requestsPerSecond, TimeMeter timeMeter) {
        this(requestsPerSecond, new ConcurrentHashMap<>(), timeMeter);
    }

    RateLimit(int requestsPerSecond, ConcurrentMap<String, Bucket> buckets, TimeMeter timeMeter) {
        this.requestsPerSecond = requestsPerSecond;
        this.buckets = buckets;
        this.timeMeter = timeMeter;
    }

    /**
     * Whether the caller may send a request now.
     *
     * @param caller a known one, since each that was seen is kept
     */
    public boolean allows(String caller) {
        return requestsPerSecond == 0 || bucket(caller).tryConsume(1);
    }

    private Bucket bucket(String caller) {
        Bucket bucket = buckets.get(caller); // cheaper than computeIfAbsent, which may lock
        return bucket != null ? bucket : buckets.computeIfAbsent(caller, _ -> newBucket());
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(requestsPerSecond).refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(timeMeter)
                .build();
    }
}
