package agentsettings.wire;

import agentsettings.core.rules.Rule;
import agentsettings.core.rules.RuleViolation;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.wire.json.JsonException;
import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;
import java.util.concurrent.CancellationException;

/**
 * Creates the response to a failed request: the only place that maps failures to a returnCode and a message. Stateless.
 */
public final class FailureResponses {

    /** Returns the response to a request that failed with this exception. */
    public static Response of(Throwable failure) {
        return switch (failure) {
            case RequestException refusal -> of(refusal.code(), refusal.getMessage());
            case JsonException body -> of(code(body.kind()), body.getMessage());
            case RuleViolation violation -> violated(violation);
            case StoreOverloaded overloaded -> of(ReturnCode.OVERLOADED, overloaded.getMessage());
            case StoreUnavailable unavailable -> storageUnavailable();
            case CancellationException notBegun -> storageUnavailable();
            case OutcomeUnknown unknown -> outcomeUnknown();
            default -> of(ReturnCode.SERVICE_FAILED, "Internal error; see the server log.");
        };
    }

    private static Response storageUnavailable() {
        return of(ReturnCode.STORAGE_UNAVAILABLE, "Storage is unavailable; nothing was changed. Retry later.");
    }

    /** Returns the response when storage did not report the outcome in time, or at all. */
    public static Response outcomeUnknown() {
        return of(
                ReturnCode.OUTCOME_UNKNOWN,
                "Storage did not respond in time; the request may still be executed. Query before retrying.");
    }

    /** Returns a response with this code and message. */
    public static Response of(ReturnCode code, String description) {
        return new Response(
                code,
                JsonObjectWriter.write(json ->
                        json.string(FieldNames.RETURN_CODE, code.code()).string(FieldNames.RETURN_DESC, description)));
    }

    private static ReturnCode code(JsonException.Kind kind) {
        return switch (kind) {
            case NOT_JSON -> ReturnCode.NOT_JSON;
            case NOT_AN_OBJECT -> ReturnCode.NOT_AN_OBJECT;
            case WRONG_TYPE -> ReturnCode.WRONG_TYPE;
            case DUPLICATE_KEY -> ReturnCode.DUPLICATE_KEY;
        };
    }

    private static Response violated(RuleViolation violation) {
        String name = FieldNames.of(violation.field());
        String location = violation.isAboutElement() ? name + "[" + violation.element() + "]" : name;
        ReturnCode code = violation.rule() instanceof Rule.Required ? ReturnCode.MISSING : ReturnCode.VALUE_REFUSED;
        return of(code, location + ": " + violation.getMessage());
    }

    static Response idempotencyKeyReused() {
        return of(ReturnCode.VALUE_REFUSED, "Idempotency-Key: was used with a different body in the last 24 hours.");
    }

    private FailureResponses() {}
}
