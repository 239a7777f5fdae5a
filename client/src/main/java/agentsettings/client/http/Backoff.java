package agentsettings.client.http;

import agentsettings.client.ClientConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Chooses the waits between attempts: a random part of a time that doubles. Thread-safe if the randomness is. */
public final class Backoff {

    private final ClientConfig config;
    private final RandomGenerator random;

    public Backoff(ClientConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /**
     * Returns the wait before the next attempt.
     *
     * @param attempts how many have failed; no difference between 0 and 1
     * @param retryAfter what the service demands, to which the random time is added
     */
    public Duration next(int attempts, Optional<Duration> retryAfter) {
        Duration max = config.backoffBase();
        for (int i = 1; i < attempts && max.compareTo(config.backoffMax()) < 0; i++) {
            max = max.multipliedBy(2);
        }
        long nanos = (max.compareTo(config.backoffMax()) < 0 ? max : config.backoffMax()).toNanos();
        return retryAfter.orElse(Duration.ZERO).plus(Duration.ofNanos(random.nextLong(nanos + 1)));
    }
}
