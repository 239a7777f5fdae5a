package agentsettings.client;

import java.net.URI;
import java.time.Duration;

/**
 * Where the service is, and for how long and how often a client tries. Immutable.
 *
 * <p>A request time-out longer than the time that the service itself takes at most (20 s by default) lets the service
 * say what became of a request. A shorter one leaves more outcomes unknown.
 *
 * @param address {@code http} or {@code https}, a host, and perhaps a port and the path of a gateway in front of the
 *     service; the paths of operations are appended to it
 * @param connectTimeout maximum time to connect, at least 1 ms
 * @param requestTimeout maximum time of one attempt, from connecting to the last byte of the response, at least 1 ms
 * @param overallTimeout maximum time of a call: its attempts, the waits between them, and the wait for a token, at least
 *     1 ms
 * @param attemptsMax maximum number of attempts, 1 to {@value #ATTEMPTS_LIMIT}; 1 means that nothing is retried
 * @param backoffBase the maximum wait before the first retry; it doubles with each retry, and the wait is a random part
 *     of it
 * @param backoffMax the limit of that doubling. A {@code Retry-After} of the service is added to the wait
 */
public record ClientConfig(
        URI address,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration overallTimeout,
        int attemptsMax,
        Duration backoffBase,
        Duration backoffMax) {

    public static final int ATTEMPTS_LIMIT = 100;

    private static final Duration TIME_MIN = Duration.ofMillis(1);
    private static final Duration TIME_MAX = Duration.ofDays(1);

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public ClientConfig {
        requireAddress(address);
        requireTime("connectTimeout", connectTimeout, TIME_MIN);
        requireTime("requestTimeout", requestTimeout, TIME_MIN);
        requireTime("overallTimeout", overallTimeout, TIME_MIN);
        requireTime("backoffBase", backoffBase, Duration.ZERO);
        requireTime("backoffMax", backoffMax, Duration.ZERO);
        if (attemptsMax < 1 || attemptsMax > ATTEMPTS_LIMIT) {
            throw new IllegalArgumentException("attemptsMax: must be 1 to " + ATTEMPTS_LIMIT + ", got " + attemptsMax);
        }
    }

    /**
     * Returns the default configuration: 2 s to connect, 25 s for a request, 60 s for a call, at most 5 attempts, and
     * waits of up to 100 ms before the first retry and 5 s before later ones.
     */
    public static ClientConfig of(URI address) {
        return new ClientConfig(
                address,
                Duration.ofSeconds(2),
                Duration.ofSeconds(25),
                Duration.ofSeconds(60),
                5,
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }

    /** Returns this configuration with another time-out. */
    public ClientConfig withConnectTimeout(Duration timeout) {
        return new ClientConfig(address, timeout, requestTimeout, overallTimeout, attemptsMax, backoffBase, backoffMax);
    }

    /** Returns this configuration with another time-out. */
    public ClientConfig withRequestTimeout(Duration timeout) {
        return new ClientConfig(address, connectTimeout, timeout, overallTimeout, attemptsMax, backoffBase, backoffMax);
    }

    /** Returns this configuration with another time-out. */
    public ClientConfig withOverallTimeout(Duration timeout) {
        return new ClientConfig(address, connectTimeout, requestTimeout, timeout, attemptsMax, backoffBase, backoffMax);
    }

    /** Returns this configuration with another number of attempts. */
    public ClientConfig withAttemptsMax(int max) {
        return new ClientConfig(address, connectTimeout, requestTimeout, overallTimeout, max, backoffBase, backoffMax);
    }

    /** Returns this configuration with other waits between attempts. */
    public ClientConfig withBackoff(Duration base, Duration max) {
        return new ClientConfig(address, connectTimeout, requestTimeout, overallTimeout, attemptsMax, base, max);
    }

    /** Returns the URI of a path of the service, which begins with a slash. */
    public URI resolve(String path) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** The message omits the address, which may contain a password. */
    private static void requireAddress(URI address) {
        String scheme = address.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("address: must begin with http:// or https://");
        }
        if (address.getHost() == null) {
            throw new IllegalArgumentException("address: must have a host");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("address: must have no user, query or fragment");
        }
    }

    private static void requireTime(String component, Duration time, Duration min) {
        if (time.compareTo(min) < 0 || time.compareTo(TIME_MAX) > 0) {
            throw new IllegalArgumentException(component + ": must be " + min + " to " + TIME_MAX + ", got " + time);
        }
    }
}
