package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.users.StoredUser;

/**
 * Adds a user with the values that the patch assigns, or changes the user who has this USER_ID. A new user without a status is active.
 *
 * @param sumUserId null if it equals the USER_ID of a new user, and is whatever it is of one who is there
 */
public record UpsertUser(Caller caller, String userId, String sumUserId, UserPatch patch)
        implements Command<UpsertUser.Outcome> {

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The user is stored; there was none before. */
    public record Added(StoredUser user) implements Outcome {}

    /** The user is stored. If it was the same before, nothing was changed. */
    public record Updated(StoredUser user) implements Outcome {}

    /** There is no such user, and a new one must have an account and a name. */
    public record ProfileIncomplete() implements Outcome {}

    /** Another user of the tenant space has this account. */
    public record AccountTaken() implements Outcome {}

    /** Another user of the tenant space has this SUM_USER_ID. */
    public record UserIdTaken() implements Outcome {}

    /** The user has another SUM_USER_ID, which identifies it to the platform and can't be changed. */
    public record SumUserIdDiffers() implements Outcome {}

    /** The SUM_USER_ID that a new user gets. */
    public String newSumUserId() {
        return sumUserId != null ? sumUserId : userId;
    }
}
