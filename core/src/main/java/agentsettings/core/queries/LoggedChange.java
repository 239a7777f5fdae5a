package agentsettings.core.queries;

import agentsettings.core.apps.Actor;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import java.time.Instant;

/** A change as the change log records it. Immutable. */
public sealed interface LoggedChange {

    /** Its number. */
    long number();

    /** When it was made, by the clock of the node that made it. */
    Instant at();

    Actor actor();

    UserKey user();

    /**
     * A change of a user's settings.
     *
     * @param version the version that the change made; that of a deletion is one more than the last
     * @param before null if the settings were created
     * @param after null if they were deleted
     */
    record OfSettings(
            long number,
            Instant at,
            Actor actor,
            UserKey user,
            long id,
            long version,
            OutboundSettings before,
            OutboundSettings after)
            implements LoggedChange {}

    /**
     * A change of a user.
     *
     * @param before null if the user was added
     * @param after null if the user was deleted
     */
    record OfUser(long number, Instant at, Actor actor, UserKey user, UserProfile before, UserProfile after)
            implements LoggedChange {}
}
