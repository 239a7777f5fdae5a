package agentsettings.client.http;

import agentsettings.client.ClientConfig;
import agentsettings.client.ClientException;
import agentsettings.client.ClientException.Details;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.Declined;
import agentsettings.client.http.Attempt.Executed;
import agentsettings.client.http.Attempt.Inconclusive;
import agentsettings.client.http.Attempt.Prevented;
import agentsettings.client.http.Attempt.Rejected;
import agentsettings.client.http.Attempt.Unknown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Repeats attempts with exponential back-off and full jitter, while that is safe and there is time. A request that was
 * not executed may be repeated; one whose outcome is unknown only if its {@link Effect} permits it. After an unknown
 * attempt only an outcome of a later one says what was changed, whatever else came later. Thread-safe if the clock, the
 * randomness and the pause are.
 */
public final class RetryLoop {

    private static final System.Logger LOG = System.getLogger(RetryLoop.class.getName());

    private final ClientConfig config;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Pause pause;

    public RetryLoop(ClientConfig config, InstantSource clock, RandomGenerator random, Pause pause) {
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(config, random);
        this.pause = pause;
    }

    /** Returns a loop like this one for calls that take longer. */
    public RetryLoop withMoreTime(Duration more) {
        return new RetryLoop(config.withOverallTimeout(config.overallTimeout().plus(more)), clock, random, pause);
    }

    /**
     * Makes attempts until one ends the call.
     *
     * @param attempt makes one attempt, which must end before the given deadline
     * @return the outcome
     * @throws ClientException if there is none
     */
    public <T> T run(Operation operation, Function<Deadline, Attempt<T>> attempt) {
        Deadline deadline = new Deadline(clock.instant().plus(config.overallTimeout()), clock);
        boolean unknown = false;
        for (int attempts = 1; ; attempts++) {
            Attempt<T> last = attempt.apply(deadline);
            if (last instanceof Executed<T>(T outcome)) {
                return outcome;
            }
            if (last instanceof Declined<T>(T outcome, Cause _) && !unknown) {
                return outcome;
            }
            unknown |= last instanceof Unknown && operation.effect() != Effect.NONE;
            boolean safe = !unknown || operation.effect() == Effect.ONCE;
            boolean repeated = safe
                    && attempts < config.attemptsMax()
                    && last instanceof Inconclusive<T> inconclusive
                    && waited(operation, inconclusive.cause(), attempts, deadline);
            if (!repeated) {
                throw failure(operation, last, attempts, unknown);
            }
        }
    }

    /** Returns a random key, for all attempts of one call. */
    public String newIdempotencyKey() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** Waits before the next attempt. Returns false if there is no time for one, or nobody wants it any more. */
    private boolean waited(Operation operation, Cause cause, int attempts, Deadline deadline) {
        Duration wait = backoff.next(attempts, cause.retryAfter());
        if (!deadline.permits(wait)) {
            return false;
        }
        LOG.log(
                System.Logger.Level.DEBUG,
                () -> operation.name() + ": attempt " + attempts + " failed, next in " + wait + ": "
                        + cause.description());
        try {
            return pause.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ClientException failure(Operation operation, Attempt<?> last, int attempts, boolean unknown) {
        return switch (last) {
            case Prevented<?>(ClientException failure) ->
                unknown ? new OutcomeUnknownException(failure.details(), failure) : failure;
            case Rejected<?>(Cause cause) -> {
                Details details = details(operation, cause, attempts);
                yield unknown ? new OutcomeUnknownException(details) : new RequestRejectedException(details);
            }
            case Declined<?>(var _, Cause cause) ->
                new OutcomeUnknownException(details(operation, cause, attempts)); // otherwise it is the outcome
            case Inconclusive<?> inconclusive -> {
                Details details = details(operation, inconclusive.cause(), attempts);
                yield unknown ? new OutcomeUnknownException(details) : new ServiceUnavailableException(details);
            }
            case Executed<?> _ -> throw new IllegalArgumentException("not a failure");
        };
    }

    private static Details details(Operation operation, Cause cause, int attempts) {
        return new Details(
                operation.name(), cause.status(), cause.code(), cause.description(), cause.problem(), attempts);
    }
}
