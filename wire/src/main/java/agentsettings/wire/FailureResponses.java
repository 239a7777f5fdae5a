package agentsettings.wire;

import agentsettings.core.rules.Rule;
import agentsettings.core.rules.RuleViolation;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;

/** Says why a request failed. The one place where a failure of any kind gets its returnCode and its words. */
public final class FailureResponses {

    /** The answer to a request that ended in this failure. */
    public static Response of(Throwable failure) {
        return switch (failure) {
            case RequestException refusal -> of(refusal.code(), refusal.getMessage());
            case RuleViolation violation -> violated(violation);
            case StoreOverloaded overloaded -> of(ReturnCode.OVERLOADED, overloaded.getMessage());
            case StoreUnavailable unavailable ->
                of(ReturnCode.STORAGE_UNAVAILABLE, "Storage is unavailable; nothing was changed. Retry later.");
            case OutcomeUnknown unknown -> outcomeUnknown();
            default -> of(ReturnCode.SERVICE_FAILED, "Internal error; see the server log.");
        };
    }

    /** The answer when the storage did not tell, or not in time, whether it did what was asked. */
    public static Response outcomeUnknown() {
        return of(
                ReturnCode.OUTCOME_UNKNOWN,
                "Storage did not respond in time; the request may still be executed. Query before retrying.");
    }

    public static Response of(ReturnCode code, String description) {
        return new Response(
                code,
                JsonObjectWriter.write(
                        json -> json.string("returnCode", code.code()).string("returnDesc", description)));
    }

    private static Response violated(RuleViolation violation) {
        String name = FieldNames.of(violation.field());
        String place = violation.isAboutElement() ? name + "[" + violation.element() + "]" : name;
        ReturnCode code = violation.rule() instanceof Rule.Required ? ReturnCode.MISSING : ReturnCode.VALUE_REFUSED;
        return of(code, place + ": " + violation.getMessage());
    }

    private FailureResponses() {}
}
