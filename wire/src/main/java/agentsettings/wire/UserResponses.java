package agentsettings.wire;

import agentsettings.core.commands.AddUser;
import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;

/** Encodes the outcome of adding a user. The vendor defines a different form for success. Stateless. */
public final class UserResponses {

    public static Response added(AddUser.Outcome outcome) {
        return switch (outcome) {
            case AddUser.Added(String sumUserId) ->
                new Response(
                        ReturnCode.SUCCESS,
                        JsonObjectWriter.write(json -> json.string("message", "")
                                .string(FieldNames.RETCODE, ReturnCode.SUCCESS.code())
                                .object(FieldNames.RESULT, result -> result.string(FieldNames.USER_ID, sumUserId))));
            case AddUser.AccountTaken() ->
                FailureResponses.of(ReturnCode.ACCOUNT_TAKEN, "userAccount: is already used in the tenant space.");
            case AddUser.UserIdTaken() ->
                FailureResponses.of(ReturnCode.ACCOUNT_TAKEN, "userId: is already used in the tenant space.");
            case AddUser.IdempotencyKeyReused() -> FailureResponses.idempotencyKeyReused();
        };
    }

    private UserResponses() {}
}
