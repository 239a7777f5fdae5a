package agentsettings.core.decisions;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;

/** What a command changes in what is stored. Each change has one row in the change log. */
public sealed interface Change {

    /** Who changes it. */
    Caller caller();

    /** The user that the change is about. */
    UserKey user();

    /**
     * A user's settings are created, updated or deleted.
     *
     * @param before null if they are created
     * @param after null if they are deleted
     */
    record SettingsChanged(Caller caller, UserKey user, StoredSettings before, StoredSettings after)
            implements Change {}

    /** A user is added. */
    record UserAdded(Caller caller, UserKey user, String sumUserId, UserProfile profile) implements Change {}
}
