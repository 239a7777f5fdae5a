package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.users.StoredUser;

/** Changes or deletes a user, if the user meets a condition. */
public record EditUser(Caller caller, String userId, Edit edit, Condition condition)
        implements Command<EditUser.Outcome> {

    /** What to do. */
    public sealed interface Edit {}

    /** Changes some of the user's attributes. */
    public record Patch(UserPatch patch) implements Edit {}

    /**
     * Deletes the user.
     *
     * @param withSettings whether the user's settings are deleted too; otherwise a user with settings is not deleted
     */
    public record Delete(boolean withSettings) implements Edit {}

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The user is stored. If it was the same before, nothing was changed. */
    public record Updated(StoredUser user) implements Outcome {}

    /** The user is deleted. */
    public record Deleted() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** Another user of the tenant space has this account. */
    public record AccountTaken() implements Outcome {}

    /** The user still has settings. */
    public record HasSettings() implements Outcome {}

    /** The condition does not hold. */
    public record ConditionFailed(StoredUser current) implements Outcome {}
}
