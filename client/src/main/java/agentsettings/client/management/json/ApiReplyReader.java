package agentsettings.client.management.json;

import agentsettings.client.Problem;
import agentsettings.client.http.Attempt;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.Declined;
import agentsettings.client.http.Attempt.Executed;
import agentsettings.client.http.Attempt.NotExecuted;
import agentsettings.client.http.Attempt.Rejected;
import agentsettings.client.http.Attempt.Unknown;
import agentsettings.client.http.HttpReply;
import agentsettings.client.http.Redaction;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Reads what a response says about its request. The problem's type decides. A response that has none, which another
 * version or a gateway sends, is judged by its status; in doubt the outcome is unknown. Immutable.
 *
 * @param isRemembered whether the service has the same outcome for each attempt of a call; if not, the outcome of a
 *     later one may come from an earlier one
 * @param <T> the outcomes of the operation
 */
public record ApiReplyReader<T>(ReplyDecoder<T> decoder, boolean isRemembered, Redaction redaction) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ERRORS_SHOWN = 20;
    private static final String FOREIGN =
            "the response does not come from the management interface; check the address and its port.";

    public Attempt<T> read(HttpReply reply) {
        ApiReply parsed;
        try {
            parsed = ApiReply.of(reply, redaction);
        } catch (JacksonException e) {
            return byStatus(reply, cause(reply, FOREIGN));
        }
        if (parsed.problem().isPresent()) {
            return byProblem(parsed, cause(reply, parsed.problem().get()));
        }
        return byRecord(parsed, reply);
    }

    private Attempt<T> byRecord(ApiReply parsed, HttpReply reply) {
        try {
            Optional<T> outcome = decoder.decode(parsed);
            return outcome.<Attempt<T>>map(Executed::new).orElseGet(() -> byStatus(reply, cause(reply, FOREIGN)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return new Unknown<>(cause(reply, "a member of the response is missing or not valid."));
        }
    }

    private Attempt<T> byProblem(ApiReply parsed, Cause cause) {
        Optional<T> outcome;
        try {
            outcome = decoder.decode(parsed);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return new Unknown<>(cause);
        }
        if (outcome.isPresent()) {
            return isRemembered ? new Executed<>(outcome.get()) : new Declined<>(outcome.get(), cause);
        }
        return switch (parsed.code()) {
            case "unavailable", "too-many-requests" -> new NotExecuted<>(cause);
            case "outcome-unknown", "failed" -> new Unknown<>(cause);
            default -> new Rejected<>(cause);
        };
    }

    private static <T> Attempt<T> byStatus(HttpReply reply, Cause cause) {
        int status = reply.status();
        if (status == TOO_MANY_REQUESTS) {
            return new NotExecuted<>(cause);
        }
        return status >= 300 && status < 500 ? new Rejected<>(cause) : new Unknown<>(cause);
    }

    private static Cause cause(HttpReply reply, String description) {
        return new Cause(
                OptionalInt.of(reply.status()), Optional.empty(), description, Optional.empty(), reply.retryAfter());
    }

    /** One error is in the problem's detail already. */
    private static Cause cause(HttpReply reply, Problem problem) {
        String errors = problem.errors().size() < 2
                ? ""
                : problem.errors().stream()
                        .limit(ERRORS_SHOWN)
                        .map(Problem.Fault::toString)
                        .collect(Collectors.joining(" ", " ", ""));
        return new Cause(
                OptionalInt.of(reply.status()),
                Optional.of(problem.code()),
                problem.detail() + errors,
                Optional.of(problem),
                reply.retryAfter());
    }
}
