package agentsettings.core.store;

/**
 * The outcome of a request that may be sent again.
 *
 * @param <T> the outcomes of the change that it asks for
 */
public sealed interface RequestOutcome<T> {

    /** The request was executed now. */
    record Executed<T>(T outcome) implements RequestOutcome<T> {}

    /** The request was executed before, with this nonce; nothing was changed now. */
    record Repeated<T>(String nonce) implements RequestOutcome<T> {}

    /** The idempotency key was used for another request. */
    record KeyReused<T>() implements RequestOutcome<T> {}
}
