package agentsettings.server.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections may be open and how long they may be idle. Ports that share an instance share the count. Safe for use by many threads. */
public final class ConnectionLimits {

    private final int openMax;
    private final Duration idleTimeout;
    private final Duration headTimeout;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * Sets limits.
     *
     * @param openMax connections beyond this number are closed at once
     * @param idleTimeout the longest time between requests
     * @param headTimeout the time from the first byte of a request until its head must be complete
     */
    public ConnectionLimits(int openMax, Duration idleTimeout, Duration headTimeout) {
        this.openMax = openMax;
        this.idleTimeout = idleTimeout;
        this.headTimeout = headTimeout;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    Duration headTimeout() {
        return headTimeout;
    }

    /** Counts a connection that was opened; returns false if it is one too many. It must be counted as {@link #closed} in either case. */
    boolean opened() {
        return open.incrementAndGet() <= openMax;
    }

    void closed() {
        open.decrementAndGet();
    }
}
