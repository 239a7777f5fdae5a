package agentsettings.core.changes;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;

/** A change of one record, the settings of a user or the user itself. Each change has one row in the change log. */
public sealed interface Change {

    /** Its {@link ChangeNumber}. */
    long number();

    /** Who changes it. */
    Caller caller();

    /** The user that the change is about. */
    UserKey user();

    /** The number of the change before of the same record; 0 if there is none, or it is not known. */
    long previous();

    /** Whether the record is deleted. */
    boolean isDeletion();

    /**
     * A user's settings are created, updated or deleted.
     *
     * @param before null if they are created
     * @param after null if they are deleted
     */
    record SettingsChanged(long number, Caller caller, UserKey user, StoredSettings before, StoredSettings after)
            implements Change {

        @Override
        public long previous() {
            return before == null ? 0 : before.change();
        }

        @Override
        public boolean isDeletion() {
            return after == null;
        }
    }

    /**
     * A user is added, changed or deleted.
     *
     * @param before null if it is added
     * @param after null if it is deleted
     */
    record UserChanged(long number, Caller caller, UserKey user, StoredUser before, StoredUser after)
            implements Change {

        @Override
        public long previous() {
            return before == null ? 0 : before.change();
        }

        @Override
        public boolean isDeletion() {
            return after == null;
        }
    }
}
