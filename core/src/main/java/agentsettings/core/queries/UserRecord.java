package agentsettings.core.queries;

import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;

/** A user as it is listed. Immutable. */
public record UserRecord(UserKey key, StoredUser user, boolean hasSettings) {}
