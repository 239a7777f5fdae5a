package agentsettings.storage.sqlite.batch;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.State;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Determines from the stored state whether a batch was committed although its commit failed. Used by one thread. */
final class CommitVerification {

    /** A record that the batch changes: the settings of a user, or the user. */
    private record RecordKey(UserKey user, boolean isSettings) {

        Optional<String> storedVersion(State state) {
            return isSettings
                    ? state.settings(user).map(StoredSettings::tag)
                    : state.user(user).map(StoredUser::tag);
        }
    }

    /** The version of a record before and after the batch, empty for none. */
    private record Span(Optional<String> before, Optional<String> after) {}

    /**
     * Whether these changes are stored, which are in the order of their commands. All or none of them are.
     *
     * @throws SQLException if the state does not tell
     */
    static boolean isStored(List<Change> changes, State state) throws SQLException {
        if (changes.isEmpty()) {
            return false; // nothing was to be stored
        }
        Map<RecordKey, Span> spans = new LinkedHashMap<>();
        for (Change change : changes) {
            add(change, spans);
        }
        for (Map.Entry<RecordKey, Span> entry : spans.entrySet()) {
            Span span = entry.getValue();
            if (!span.before.equals(span.after)) {
                return isAfter(span, entry.getKey().storedVersion(state));
            }
        }
        throw new SQLException("the changes of the batch have no effect by which to find them");
    }

    private static void add(Change change, Map<RecordKey, Span> spans) {
        RecordKey key = new RecordKey(change.user(), change instanceof SettingsChanged);
        Span span = switch (change) {
            case SettingsChanged settings ->
                new Span(
                        Optional.ofNullable(settings.before()).map(StoredSettings::tag),
                        Optional.ofNullable(settings.after()).map(StoredSettings::tag));
            case UserChanged user ->
                new Span(
                        Optional.ofNullable(user.before()).map(StoredUser::tag),
                        Optional.ofNullable(user.after()).map(StoredUser::tag));
        };
        Span earlier = spans.get(key);
        spans.put(key, earlier == null ? span : new Span(earlier.before, span.after));
    }

    private static boolean isAfter(Span span, Optional<String> stored) throws SQLException {
        if (stored.equals(span.after)) {
            return true;
        } else if (stored.equals(span.before)) {
            return false;
        }
        throw new SQLException("a stored record has neither the version before the batch nor that after it");
    }

    private CommitVerification() {}
}
