package agentsettings.server.http.limits;

import agentsettings.server.http.head.RequestHead;
import agentsettings.server.limits.AddressRateLimit;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many connections may be open, how long they may be idle, and how many requests an address may send. Ports that share an instance
 * share the counts. Safe for use by many threads.
 */
public final class ConnectionLimits {

    private final int openMax;
    private final Duration idleTimeout;
    private final Duration headTimeout;
    private final AddressRateLimit requests;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private final Map<Object, Map<State, Integer>> countsByListener = new ConcurrentHashMap<>();

    /** What a connection is doing. */
    public enum State {
        /** Waiting for a request. */
        IDLE,
        /** Receiving a request. */
        RECEIVING,
        /** Waiting for the response to a request that was received. */
        SERVING
    }

    /**
     * Sets limits.
     *
     * @param openMax connections beyond this number are closed at once
     * @param idleTimeout the longest time between requests
     * @param headTimeout the time from the first byte of a request until its head must be complete
     * @param requests of each client's address
     */
    public ConnectionLimits(int openMax, Duration idleTimeout, Duration headTimeout, AddressRateLimit requests) {
        this.requests = requests;
        this.openMax = openMax;
        this.idleTimeout = idleTimeout;
        this.headTimeout = headTimeout;
    }

    public Duration idleTimeout() {
        return idleTimeout;
    }

    public Duration headTimeout() {
        return headTimeout;
    }

    /** Whether the client may send this request now. */
    public boolean allows(RequestHead request) {
        return !requests.isLimited() || requests.allows(request.remoteHost());
    }

    /** Counts a request that counts as a connection until its {@link #release}. Returns false if it is one too many. */
    public boolean admit() {
        if (open.incrementAndGet() <= openMax) {
            return true;
        }
        open.decrementAndGet();
        refused.incrementAndGet();
        return false;
    }

    /** Ends what {@link #admit} has counted. */
    public void release() {
        open.decrementAndGet();
    }

    /** Counts a connection until it is closed. Closes it if it is one too many, once it is complete. */
    public void count(Channel channel) {
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > openMax) {
            refused.incrementAndGet();
            channel.eventLoop().execute(() -> {
                var _ = channel.close();
            });
        }
    }

    /** Notes how many connections a listener has in each state. */
    public void counted(Object listener, Map<State, Integer> counts) {
        countsByListener.put(listener, counts);
    }

    /** The number of connections that were in this state when they were last counted. */
    public int count(State state) {
        return countsByListener.values().stream()
                .mapToInt(counts -> counts.getOrDefault(state, 0))
                .sum();
    }

    /** The number of connections, and of requests that count as one, refused so far. */
    public long refused() {
        return refused.get();
    }
}
