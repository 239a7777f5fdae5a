package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.users.UserProfile;

/**
 * Adds a user to the caller's tenant space.
 *
 * @param userId the USER_ID, null if it is to be chosen
 * @param sumUserId the SUM_USER_ID, null if it is to be chosen
 * @param idempotency null if the caller sent no key
 */
public record AddUser(Caller caller, String userId, String sumUserId, UserProfile profile, Idempotency idempotency)
        implements Command<AddUser.Outcome> {

    /** The command of a caller that sent no idempotency key. */
    public AddUser(Caller caller, String userId, String sumUserId, UserProfile profile) {
        this(caller, userId, sumUserId, profile, null);
    }

    /** The outcomes. One that was decided under an idempotency key is given again to the same request. */
    public sealed interface Outcome {}

    /** The user is stored. */
    public record Added(String sumUserId) implements Outcome {}

    /** Another user of the tenant space has this account. */
    public record AccountTaken() implements Outcome {}

    /** Another user of the tenant space has this USER_ID or SUM_USER_ID. */
    public record UserIdTaken() implements Outcome {}

    /** The idempotency key was used for a request with another body. */
    public record IdempotencyKeyReused() implements Outcome {}

    /** The same command with this id in place of ids to be chosen. */
    public AddUser withIds(String chosen) {
        return userId != null ? this : new AddUser(caller, chosen, chosen, profile, idempotency);
    }
}
