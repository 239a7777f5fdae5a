package agentsettings.storage.sqlite.batch;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.State;
import agentsettings.core.state.UnloggedChange;
import agentsettings.core.state.UnloggedChange.NumberChanged;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Determines from the stored state whether a batch was committed although its commit failed. Used by one thread. */
final class CommitVerification {

    /** A record that the batch changes. */
    private sealed interface RecordKey {

        Optional<String> storedVersion(State state);
    }

    /** The settings of a user. */
    private record SettingsOf(UserKey user) implements RecordKey {
        @Override
        public Optional<String> storedVersion(State state) {
            return state.settings(user).map(StoredSettings::tag);
        }
    }

    /** The user. */
    private record UserOf(UserKey user) implements RecordKey {
        @Override
        public Optional<String> storedVersion(State state) {
            return state.user(user).map(StoredUser::tag);
        }
    }

    /** An allotted number. */
    private record NumberOf(NumberKey number) implements RecordKey {
        @Override
        public Optional<String> storedVersion(State state) {
            return state.number(number).map(AllottedNumber::tag);
        }
    }

    /** The version of a record before and after the batch, empty for none. */
    private record Span(Optional<String> before, Optional<String> after) {}

    /**
     * Whether these changes are stored, which are in the order of their commands. All or none of them are.
     *
     * @throws SQLException if the state does not tell
     */
    static boolean isStored(List<Change> changes, List<UnloggedChange> unlogged, State state) throws SQLException {
        Map<RecordKey, Span> spans = new LinkedHashMap<>();
        for (Change change : changes) {
            add(change, spans);
        }
        for (UnloggedChange change : unlogged) {
            if (change instanceof NumberChanged number) {
                add(new NumberOf(number.key()), span(number.before(), number.after(), AllottedNumber::tag), spans);
            }
        }
        if (spans.isEmpty()) {
            return false; // no record was to be changed, and a step that only checks is refused when it is repeated
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
        switch (change) {
            case SettingsChanged settings ->
                add(
                        new SettingsOf(change.user()),
                        span(settings.before(), settings.after(), StoredSettings::tag),
                        spans);
            case UserChanged user ->
                add(new UserOf(change.user()), span(user.before(), user.after(), StoredUser::tag), spans);
        }
    }

    private static <T> Span span(T before, T after, Function<T, String> tag) {
        return new Span(
                Optional.ofNullable(before).map(tag), Optional.ofNullable(after).map(tag));
    }

    private static void add(RecordKey key, Span span, Map<RecordKey, Span> spans) {
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

    /**
     * Whether the commit failed to write to the log, because the disk is full or read-only or has an error. The end of the transaction
     * is written last, so it is not in the log.
     */
    static boolean isUnwritten(Throwable failure) {
        return failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_WRITE);
    }

    private CommitVerification() {}
}
