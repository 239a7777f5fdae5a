package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.users.UserKey;
import java.util.List;

/**
 * A change of what is stored, executed wholly or not at all.
 *
 * @param <O> its outcomes
 */
public sealed interface Command<O>
        permits CreateSettings,
                UpdateSettings,
                DeleteSettings,
                EditSettings,
                AddUser,
                EditUser,
                UpsertUser,
                EditNumber,
                JobStep {

    /** Who requests it. */
    Caller caller();

    /** The USER_ID of the user that it is about, null if that is to be chosen or there is no single one. */
    String userId();

    /** The key by which the caller may send it again, null if there is none. */
    default Idempotency idempotency() {
        return null;
    }

    /** The numbers that it has for settings, in the order in which they are checked. Those that the settings have already are not set. */
    default List<UsedNumber> numbersSet() {
        return List.of();
    }

    /** The user that it is about, whose USER_ID may be null. */
    default UserKey user() {
        return new UserKey(caller().tenantId(), userId());
    }
}
