package agentsettings.core.queries;

import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import java.time.Instant;

/** A user's settings as they are listed, with the user's account and name. Immutable. */
public record SettingsRecord(UserKey key, String account, String name, StoredSettings settings, Instant updatedAt) {}
