package agentsettings.client.vendor;

import agentsettings.client.ClientException;
import agentsettings.client.ClientException.Details;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ServiceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The app's current token. One request at a time fetches the next, for all callers, on a thread of its own, so that no
 * caller's deadline or interruption ends it for the others. Near its end the token is renewed while callers still use
 * it. Thread-safe.
 */
final class TokenCache {

    private static final System.Logger LOG = System.getLogger(TokenCache.class.getName());

    private final Supplier<Token> fetch;
    private final InstantSource clock;
    private Token current;
    private CompletableFuture<Token> fetching;

    /**
     * Creates an empty cache.
     *
     * @param fetch blocks until there is a token; throws a ClientException if there is none
     */
    TokenCache(Supplier<Token> fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * Returns a token, and waits for it if there is none.
     *
     * @throws ClientException if none could be fetched, or not within this time
     */
    Token get(Duration max) {
        CompletableFuture<Token> next;
        synchronized (this) {
            Instant now = clock.instant();
            Token usable = current != null && now.isBefore(current.endsAt()) ? current : null;
            if (usable != null && now.isBefore(usable.renewAt())) {
                return usable;
            }
            if (fetching == null) {
                fetching = new CompletableFuture<>();
                Thread.ofVirtual().name("agentsettings-token").start(this::fetchNext);
            }
            if (usable != null) {
                return usable;
            }
            next = fetching;
        }
        return await(next, max);
    }

    /** Discards the token, which the service refused, unless another has replaced it already. */
    synchronized void discard(Token refused) {
        if (refused.equals(current)) {
            current = null;
        }
    }

    private void fetchNext() {
        try {
            Token token = fetch.get();
            end(token).complete(token);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.DEBUG, () -> "No new token: " + failure.getMessage());
            end(null).completeExceptionally(failure);
        }
    }

    private synchronized CompletableFuture<Token> end(Token token) {
        CompletableFuture<Token> ended = fetching;
        fetching = null;
        current = token == null ? current : token;
        return ended;
    }

    private static Token await(CompletableFuture<Token> next, Duration max) {
        try {
            return next.get(max.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unavailable("no token within " + max + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the thread was interrupted.");
        } catch (ExecutionException e) {
            throw again(e.getCause());
        }
    }

    private static ClientException unavailable(String description) {
        return new ServiceUnavailableException(new Details(
                TokenCodec.FETCH.name(), OptionalInt.empty(), Optional.empty(), description, Optional.empty(), 1));
    }

    /** The failure, as an exception of the thread that waited. */
    private static RuntimeException again(Throwable failure) {
        return switch (failure) {
            case RequestRejectedException e -> new RequestRejectedException(e.details());
            case ServiceUnavailableException e -> new ServiceUnavailableException(e.details());
            case OutcomeUnknownException e -> new OutcomeUnknownException(e.details());
            default -> new IllegalStateException("no token could be fetched", failure);
        };
    }
}
