package agentsettings.management.directory;

import agentsettings.core.apps.Actor;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.requests.RepeatableRequest;
import agentsettings.core.store.Directory;
import agentsettings.core.store.RequestOutcome;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.problems.ProblemException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Executes requests that make something in the directory: once for each idempotency key, if they have one. Safe for use by many
 * threads.
 */
public final class DirectoryRequests {

    private static final int NONCE_BYTES = 32;

    private final DirectoryAccess directory;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    DirectoryRequests(DirectoryAccess directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What became of a request.
     *
     * @param nonce the one that the request was first executed with
     * @param outcome empty if it was executed before
     */
    record Execution<T>(String nonce, Optional<T> outcome) {}

    /** A change of the directory, given a nonce. */
    interface NonceChange<T> {
        Function<Directory, T> with(String nonce);
    }

    /**
     * Executes the request.
     *
     * @param subject what the request is about besides its body
     * @param isDone whether an outcome is to be remembered; after another one, a repetition is executed anew
     * @throws ProblemException if the idempotency key was used for another request
     */
    <T> Execution<T> execute(ApiRequest request, String subject, NonceChange<T> change, Predicate<T> isDone) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        Optional<Idempotency> idempotency = request.idempotency(subject + " ");
        if (idempotency.isEmpty()) {
            return new Execution<>(nonce, Optional.of(directory.call(change.with(nonce))));
        }
        RepeatableRequest repeatable = new RepeatableRequest(
                new Actor(Actor.Kind.MANAGEMENT_KEY, request.key().id()), idempotency.get(), nonce, clock.instant());
        return switch (directory.call(d -> d.once(repeatable, change.with(nonce), isDone))) {
            case RequestOutcome.Executed<T>(T outcome) -> new Execution<>(nonce, Optional.of(outcome));
            case RequestOutcome.Repeated<T>(String first) -> new Execution<>(first, Optional.empty());
            case RequestOutcome.KeyReused<T>() -> throw ProblemException.idempotencyKeyReused();
        };
    }
}
