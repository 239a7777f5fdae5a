package agentsettings.wire;

import agentsettings.core.commands.AddUser;

/** Says how adding a user turned out; success has a form of its own, which the vendor fixes. */
public final class UserAnswers {

    public static Answer added(AddUser.Outcome outcome) {
        return switch (outcome) {
            case AddUser.Added(String sumUserId) ->
                new Answer(
                        ReturnCode.SUCCESS,
                        JsonObjectWriter.write(json -> json.string("message", "")
                                .string("retcode", ReturnCode.SUCCESS.code())
                                .object("result", result -> result.string("userId", sumUserId))));
            case AddUser.AccountTaken() ->
                FailureAnswers.of(ReturnCode.ACCOUNT_TAKEN, "userAccount: another user of the tenant space has it.");
            case AddUser.UserIdTaken() ->
                FailureAnswers.of(ReturnCode.ACCOUNT_TAKEN, "userId: another user of the tenant space has it.");
        };
    }

    private UserAnswers() {}
}
