package agentsettings.storage.sqlite.batch;

import agentsettings.core.decisions.Change;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.decisions.State;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Determines from the stored state whether a batch was committed although its commit failed. Used by one thread. */
final class CommitVerification {

    /** The first and the last state of a user's settings in the batch, null for none. */
    private record Span(StoredSettings before, StoredSettings after) {

        boolean isChange() {
            return !isSame(before, after);
        }
    }

    /**
     * Whether these changes are stored, which are in the order of their commands. All or none of them are.
     *
     * @throws SQLException if the state does not tell
     */
    static boolean isStored(List<Change> changes, State state) throws SQLException {
        Map<UserKey, Span> spans = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof SettingsChanged settings) {
                Span earlier = spans.get(settings.user());
                StoredSettings before = earlier == null ? settings.before() : earlier.before;
                spans.put(settings.user(), new Span(before, settings.after()));
            }
        }
        for (Map.Entry<UserKey, Span> entry : spans.entrySet()) {
            if (entry.getValue().isChange()) {
                return isAfter(entry.getValue(), state.settings(entry.getKey()).orElse(null));
            }
        }
        return areUsersStored(changes, state);
    }

    private static boolean isAfter(Span span, StoredSettings stored) throws SQLException {
        if (isSame(stored, span.after)) {
            return true;
        } else if (isSame(stored, span.before)) {
            return false;
        }
        throw new SQLException("the stored settings have neither the state before the batch nor that after it");
    }

    private static boolean areUsersStored(List<Change> changes, State state) throws SQLException {
        for (Change change : changes) {
            if (change instanceof UserAdded added) {
                return state.userExists(added.user());
            }
        }
        if (changes.isEmpty()) {
            return false; // nothing was to be stored
        }
        throw new SQLException("the changes of the batch have no effect by which to find them");
    }

    /** An id is that of one record, and each update gives it another version. */
    private static boolean isSame(StoredSettings one, StoredSettings other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.id() == other.id() && one.version() == other.version();
    }

    private CommitVerification() {}
}
