package agentsettings.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Limits the attempts with wrong secrets: those with one key from one network, and all those from one network. Attempts with the right
 * secret are not counted, a key that others guess at stays usable from elsewhere, and clients on this machine are not limited. Each node
 * counts for itself. Time is monotonic. Safe for use by many threads.
 */
public final class AttemptLimit {

    /** The wrong secrets for one key after which each further one costs a pause. */
    public static final int FAILURES_OF_KEY = 10;

    public static final Duration PAUSE_OF_KEY = Duration.ofSeconds(10);

    /** The wrong secrets for any keys after which each further one costs a pause. */
    public static final int FAILURES_OF_NETWORK = 50;

    public static final Duration PAUSE_OF_NETWORK = Duration.ofSeconds(6);

    private static final int SOURCES_MAX = 100_000;

    /** Where attempts come from, and for which key; null for any. */
    private record Source(String network, String key) {}

    private final TimeMeter timeMeter;

    /** Null until the first failure, so that a service that sees none loads nothing for this. */
    private volatile Cache<Source, Bucket> failures;

    public AttemptLimit() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    AttemptLimit(TimeMeter timeMeter) {
        this.timeMeter = timeMeter;
    }

    /**
     * How long the client must wait before its next attempt; zero if it may try now.
     *
     * @param address the client's, null if it is gone
     */
    public Duration pause(String address, String key) {
        if (failures == null || ClientNetwork.isLocal(address)) {
            return Duration.ZERO;
        }
        String network = ClientNetwork.of(address);
        long nanos = Math.max(pause(new Source(network, key)), pause(new Source(network, null)));
        return Duration.ofNanos(nanos);
    }

    private long pause(Source source) {
        Bucket bucket = failures.getIfPresent(source);
        return bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    /** Counts an attempt whose secret was wrong. */
    public void failed(String address, String key) {
        if (ClientNetwork.isLocal(address)) {
            return;
        }
        String network = ClientNetwork.of(address);
        count(new Source(network, key), FAILURES_OF_KEY, PAUSE_OF_KEY);
        count(new Source(network, null), FAILURES_OF_NETWORK, PAUSE_OF_NETWORK);
    }

    private void count(Source source, int failuresMax, Duration pause) {
        Bucket bucket = failures()
                .get(
                        source,
                        _ -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(failuresMax).refillIntervally(1, pause))
                                .withCustomTimePrecision(timeMeter)
                                .build());
        bucket.tryConsume(1);
    }

    private synchronized Cache<Source, Bucket> failures() {
        if (failures == null) {
            failures = Caffeine.newBuilder().maximumSize(SOURCES_MAX).build();
        }
        return failures;
    }
}
