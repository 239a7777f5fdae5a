package agentsettings.server.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Limits the requests a second of each app, with a burst of at most one second's worth. Time is monotonic: setting the wall clock changes
 * nothing. Safe for use by many threads.
 */
public final class RateLimit {

    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int requestsPerSecond;

    /** The clock. Not private, so that a test can see which one a service uses. */
    final TimeMeter timeMeter;

    /**
     * The same limit for each app.
     *
     * @param requestsPerSecond 0 for no limit
     */
    public RateLimit(int requestsPerSecond) {
        this(requestsPerSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(int requestsPerSecond, TimeMeter timeMeter) {
        this.requestsPerSecond = requestsPerSecond;
        this.timeMeter = timeMeter;
    }

    /**
     * Whether the app may send a request now.
     *
     * @param appKey of a known app, since every key seen is kept
     */
    public boolean allows(String appKey) {
        return requestsPerSecond == 0 || bucket(appKey).tryConsume(1);
    }

    private Bucket bucket(String appKey) {
        Bucket bucket = buckets.get(appKey); // cheaper than computeIfAbsent, which may lock
        return bucket != null ? bucket : buckets.computeIfAbsent(appKey, _ -> newBucket());
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(requestsPerSecond).refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(timeMeter)
                .build();
    }
}
