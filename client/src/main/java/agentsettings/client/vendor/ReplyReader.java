package agentsettings.client.vendor;

import agentsettings.client.http.Attempt;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.Executed;
import agentsettings.client.http.Attempt.NotExecuted;
import agentsettings.client.http.Attempt.Rejected;
import agentsettings.client.http.Attempt.Unknown;
import agentsettings.client.http.HttpReply;
import agentsettings.client.http.Redaction;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonException;
import agentsettings.wire.names.FieldNames;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads what a response says about its request. The returnCode decides. A response without a known one, which another
 * version or a gateway sends, is judged by its status; in doubt the outcome is unknown. Immutable.
 *
 * @param <T> the outcomes of the operation
 */
record ReplyReader<T>(VendorOperation<T> operation, Redaction redaction) {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,16}");
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    /** The returnCode and the returnDesc; either may be null. */
    private record Head(String code, String description) {}

    Attempt<T> read(HttpReply reply) {
        Head head;
        try {
            head = head(reply.body());
        } catch (JsonException e) {
            return byStatus(reply, cause(reply, null, "the response is no valid one of the service."));
        }
        Cause cause = cause(reply, head.code, head.description == null ? "" : head.description);
        Optional<ReturnCode> code = Optional.ofNullable(head.code).flatMap(ReturnCode::of);
        if (code.isEmpty() || (code.get() == ReturnCode.SUCCESS && reply.status() != OK)) {
            return byStatus(reply, cause);
        }
        return byCode(code.get(), reply, cause);
    }

    private Attempt<T> byCode(ReturnCode code, HttpReply reply, Cause cause) {
        Optional<T> outcome;
        try {
            outcome = operation.decoder().decode(code, reply.body());
        } catch (JsonException | IllegalArgumentException e) {
            return new Unknown<>(cause(reply, code.code(), "a field of the response is missing or not valid."));
        }
        if (outcome.isPresent()) {
            return new Executed<>(outcome.get());
        }
        if (code == ReturnCode.OUTCOME_UNKNOWN || code == ReturnCode.SERVICE_FAILED) {
            return new Unknown<>(cause);
        }
        return code.isWorthRetrying() ? new NotExecuted<>(cause) : new Rejected<>(cause);
    }

    private Attempt<T> byStatus(HttpReply reply, Cause cause) {
        int status = reply.status();
        if (status == TOO_MANY_REQUESTS) {
            return new NotExecuted<>(cause);
        }
        boolean rejected =
                status >= 300 && (status < 500 || (status == 500 && cause.code().isPresent()));
        return rejected ? new Rejected<>(cause) : new Unknown<>(cause);
    }

    private Cause cause(HttpReply reply, String code, String description) {
        return new Cause(
                OptionalInt.of(reply.status()),
                Optional.ofNullable(code).filter(text -> CODE.matcher(text).matches()),
                redaction.apply(description),
                Optional.empty(),
                reply.retryAfter());
    }

    /** A response with a token is the only one of success that has no code, and that to adding a user calls it otherwise. */
    private static Head head(byte[] body) {
        String code = null;
        String description = null;
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                switch (json.fieldName()) {
                    case FieldNames.RETURN_CODE, FieldNames.RETCODE -> code = json.string();
                    case FieldNames.RETURN_DESC -> description = json.string();
                    case FieldNames.ACCESS_TOKEN -> {
                        json.skip();
                        code = ReturnCode.SUCCESS.code();
                    }
                    default -> json.skip();
                }
            }
        }
        return new Head(code, description);
    }
}
