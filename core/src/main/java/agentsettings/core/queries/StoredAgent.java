package agentsettings.core.queries;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserStatus;

/** What is stored of a user that decides about its calls. Immutable. */
public sealed interface StoredAgent {

    /** The USER_ID that was asked for. */
    String userId();

    /** There is no user with this USER_ID. */
    record Unknown(String userId) implements StoredAgent {}

    /** What is stored is not valid. */
    record Unreadable(String userId) implements StoredAgent {}

    /**
     * A user.
     *
     * @param settings null if the user has none
     */
    record Found(String userId, UserStatus status, OutboundSettings settings) implements StoredAgent {}
}
