package agentsettings.management.console;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.users.UserKey;
import java.util.Optional;

/**
 * Who uses a session of the console: the holder of a management key, or an agent by a link that was made with it. Immutable.
 *
 * @param key as it is now; when it ends, the session does
 */
public record SignedIn(ManagementKey key, Optional<UserKey> agent) {}
