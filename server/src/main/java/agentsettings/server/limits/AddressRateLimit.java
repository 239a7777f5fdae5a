package agentsettings.server.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.ConcurrentMap;

/**
 * Limits the requests a second of each client's network, like {@link RateLimit}. Of the networks, those that have called last are
 * remembered. Safe for use by many threads.
 */
public final class AddressRateLimit {

    /** The number of networks that are remembered; a flood from more of them is not held by this limit. */
    static final int NETWORKS_MAX = 100_000;

    /** Null if there is none. */
    private final RateLimit limit;

    /**
     * The same limit for each network.
     *
     * @param requestsPerSecond 0 for no limit
     */
    public AddressRateLimit(int requestsPerSecond) {
        this(requestsPerSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    AddressRateLimit(int requestsPerSecond, TimeMeter timeMeter) {
        limit = requestsPerSecond == 0 ? null : new RateLimit(requestsPerSecond, recentlyUsed(), timeMeter);
    }

    private static ConcurrentMap<String, Bucket> recentlyUsed() {
        return Caffeine.newBuilder()
                .maximumSize(NETWORKS_MAX)
                .<String, Bucket>build()
                .asMap();
    }

    public boolean isLimited() {
        return limit != null;
    }

    /**
     * Whether a request may come from there now.
     *
     * @param address the client's, null if it is gone
     */
    public boolean allows(String address) {
        return limit == null || limit.allows(ClientNetwork.of(address));
    }
}
