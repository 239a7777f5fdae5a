package agentsettings.core.decisions;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.jobs.RowFault.Code;
import agentsettings.core.numbers.UsedNumber;
import java.util.List;

/** The faults of rows whose commands are refused. Stateless. */
public final class RefusedRows {

    private static final String USER_ID = "userId";
    private static final String SUM_USER_ID = "sumUserId";
    private static final String ACCOUNT = "account";
    private static final String NUMBER = "number";

    /** Why a row is refused: its fault without its number. */
    private record Reason(String column, Code code, String detail) {}

    private static final Reason UNKNOWN_USER =
            new Reason(USER_ID, Code.UNKNOWN_USER, "The tenant space has no such user.");
    private static final Reason NO_SETTINGS = new Reason(USER_ID, Code.NO_SETTINGS, "The user has no settings.");
    private static final Reason CHANGED_SINCE =
            new Reason(USER_ID, Code.CHANGED_SINCE, "The record was changed since, and is left as it is.");
    private static final Reason ACCOUNT_TAKEN =
            new Reason(ACCOUNT, Code.ACCOUNT_TAKEN, "Another user has this account.");

    /**
     * The faults of a row with this outcome; none if the command was executed.
     *
     * @param userId null if the row is about no user
     */
    public static List<RowFault> faults(long row, String userId, Object outcome) {
        return reasons(outcome).stream()
                .map(reason -> new RowFault(row, userId, reason.column, reason.code, reason.detail))
                .toList();
    }

    private static List<Reason> reasons(Object outcome) {
        return switch (outcome) {
            case CreateSettings.NumberNotAllotted(var numbers) -> notAllotted(numbers);
            case EditSettings.NumberNotAllotted(var numbers) -> notAllotted(numbers);
            case CreateSettings.Outcome create -> list(of(create));
            case EditSettings.Outcome edit -> list(of(edit));
            case AddUser.Outcome add -> list(of(add));
            case EditUser.Outcome edit -> list(of(edit));
            case UpsertUser.Outcome upsert -> list(of(upsert));
            case EditNumber.Outcome edit -> list(of(edit));
            case UpdateSettings.Outcome _, DeleteSettings.Outcome _ ->
                throw new IllegalArgumentException("no row has such a command");
            default -> throw new IllegalArgumentException("no outcome of a row: " + outcome.getClass());
        };
    }

    private static List<Reason> list(Reason reason) {
        return reason == null ? List.of() : List.of(reason);
    }

    /** Whether the row has stored a number that is not allotted, which is to be warned of. */
    static boolean isWarned(Object outcome) {
        return switch (outcome) {
            case CreateSettings.Created created -> !created.notAllotted().isEmpty();
            case EditSettings.Created created -> !created.notAllotted().isEmpty();
            case EditSettings.Updated updated -> !updated.notAllotted().isEmpty();
            default -> false;
        };
    }

    private static Reason of(CreateSettings.Outcome outcome) {
        return switch (outcome) {
            case CreateSettings.Created _ -> null;
            case CreateSettings.NumberNotAllotted _ ->
                throw new IllegalArgumentException("it has a fault for each number");
            case CreateSettings.UnknownUser() -> UNKNOWN_USER;
            case CreateSettings.AlreadyExists() ->
                new Reason(USER_ID, Code.ALREADY_EXISTS, "The user has settings already.");
            case CreateSettings.IdempotencyKeyReused() ->
                throw new IllegalArgumentException("a row has no idempotency key");
        };
    }

    private static Reason of(EditSettings.Outcome outcome) {
        return switch (outcome) {
            case EditSettings.Created _, EditSettings.Updated _, EditSettings.Deleted _ -> null;
            case EditSettings.UnknownUser() -> UNKNOWN_USER;
            case EditSettings.NoSettings() -> NO_SETTINGS;
            case EditSettings.NumberNotAllotted _ ->
                throw new IllegalArgumentException("it has a fault for each number");
            case EditSettings.ConditionFailed _ -> CHANGED_SINCE;
        };
    }

    private static Reason of(AddUser.Outcome outcome) {
        return switch (outcome) {
            case AddUser.Added _ -> null;
            case AddUser.AccountTaken() -> ACCOUNT_TAKEN;
            case AddUser.UserIdTaken() ->
                new Reason(USER_ID, Code.USER_ID_TAKEN, "Another user has this USER_ID or SUM_USER_ID.");
            case AddUser.IdempotencyKeyReused() -> throw new IllegalArgumentException("a row has no idempotency key");
        };
    }

    private static Reason of(EditUser.Outcome outcome) {
        return switch (outcome) {
            case EditUser.Updated _, EditUser.Deleted _ -> null;
            case EditUser.UnknownUser() -> UNKNOWN_USER;
            case EditUser.AccountTaken() -> ACCOUNT_TAKEN;
            case EditUser.HasSettings() -> new Reason(USER_ID, Code.ALREADY_EXISTS, "The user has settings.");
            case EditUser.ConditionFailed _ -> CHANGED_SINCE;
        };
    }

    private static Reason of(UpsertUser.Outcome outcome) {
        return switch (outcome) {
            case UpsertUser.Added _, UpsertUser.Updated _ -> null;
            case UpsertUser.ProfileIncomplete() ->
                new Reason(null, Code.REQUIRED, "There is no such user; a new one must have an account and a name.");
            case UpsertUser.AccountTaken() -> ACCOUNT_TAKEN;
            case UpsertUser.UserIdTaken() ->
                new Reason(SUM_USER_ID, Code.USER_ID_TAKEN, "Another user has this SUM_USER_ID.");
            case UpsertUser.SumUserIdDiffers() ->
                new Reason(
                        SUM_USER_ID,
                        Code.SUM_USER_ID_DIFFERS,
                        "The user has another SUM_USER_ID, which can't be changed.");
        };
    }

    private static Reason of(EditNumber.Outcome outcome) {
        return switch (outcome) {
            case EditNumber.Created _, EditNumber.Updated _, EditNumber.Removed _ -> null;
            case EditNumber.UnknownNumber() ->
                new Reason(NUMBER, Code.NUMBER_NOT_ALLOTTED, "The number is not allotted to the tenant space.");
            case EditNumber.AlreadyExists() ->
                new Reason(NUMBER, Code.ALREADY_EXISTS, "The number is allotted already.");
            case EditNumber.KindsMissing() ->
                new Reason("kinds", Code.REQUIRED, "The number is not allotted yet; a new one must have kinds.");
            case EditNumber.StillAllotted _ ->
                new Reason(
                        "kinds", Code.INVALID_VALUE, "A kind is not taken back by a file. Change the number itself.");
            case EditNumber.ConditionFailed _ -> new Reason(NUMBER, Code.CHANGED_SINCE, CHANGED_SINCE.detail);
            case EditNumber.CreatedBefore(), EditNumber.IdempotencyKeyReused() ->
                throw new IllegalArgumentException("a row has no idempotency key");
        };
    }

    private static List<Reason> notAllotted(List<UsedNumber> numbers) {
        return numbers.stream()
                .map(used ->
                        new Reason(used.field().text(), Code.NUMBER_NOT_ALLOTTED, place(used) + used.notAllotted()))
                .toList();
    }

    private static String place(UsedNumber used) {
        return used.field().isList() ? "number " + (used.index() + 1) + ": " : "";
    }

    private RefusedRows() {}
}
