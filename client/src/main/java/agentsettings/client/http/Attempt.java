package agentsettings.client.http;

import agentsettings.client.ClientException;
import agentsettings.client.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one attempt. Immutable.
 *
 * @param <T> the outcomes of the operation
 */
public sealed interface Attempt<T> {

    /** The service executed the request, with this outcome. */
    record Executed<T>(T outcome) implements Attempt<T> {}

    /**
     * The service did not execute the request because of what is stored, such as a record of another version. It is the
     * outcome, unless an earlier attempt may have stored just that.
     */
    record Declined<T>(T outcome, Cause cause) implements Attempt<T> {}

    /** The service rejected the request, and would reject it again. */
    record Rejected<T>(Cause cause) implements Attempt<T> {}

    /** Another attempt may succeed. */
    sealed interface Inconclusive<T> extends Attempt<T> {

        Cause cause();
    }

    /** The request was not executed. */
    record NotExecuted<T>(Cause cause) implements Inconclusive<T> {}

    /** Nobody can tell whether the request was or will be executed. */
    record Unknown<T>(Cause cause) implements Inconclusive<T> {}

    /** The request was not sent, because the failure left it without something that it needs, such as a token. */
    record Prevented<T>(ClientException failure) implements Attempt<T> {}

    /**
     * Why an attempt did not succeed. No part contains a secret or a token.
     *
     * @param status the HTTP status, empty without a response
     * @param code the code in the response, if there is one
     * @param problem the problem document in the response, if there is one
     * @param retryAfter the earliest time for the next attempt, if the service named one
     */
    record Cause(
            OptionalInt status,
            Optional<String> code,
            String description,
            Optional<Problem> problem,
            Optional<Duration> retryAfter) {

        /** What happened to the connection. */
        public static Cause of(String description) {
            return new Cause(OptionalInt.empty(), Optional.empty(), description, Optional.empty(), Optional.empty());
        }
    }
}
