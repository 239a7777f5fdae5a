package agentsettings.storage.postgres.statements;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all changes of a batch together do to the tables: each record has at most one row in one of the lists, which are in the order of
 * users.
 */
public record NetChange(
        List<UserRow> insertedUsers,
        List<UserRow> updatedUsers,
        List<UserKey> deletedUsers,
        List<SettingsRow> inserted,
        List<SettingsRow> updated,
        List<UserKey> deleted,
        List<Change> deletions) {

    /** The first and the last state of a record. */
    private record Span<T>(T before, T after) {

        boolean inserts() {
            return before == null && after != null;
        }

        boolean updates() {
            return before != null && after != null;
        }

        boolean deletes() {
            return before != null && after == null;
        }

        static <T> void add(UserKey user, T before, T after, SortedMap<UserKey, Span<T>> spans) {
            Span<T> earlier = spans.get(user);
            spans.put(user, new Span<>(earlier == null ? before : earlier.before, after));
        }
    }

    /** Builds the row of a record. */
    private interface RowBuilder<T, R> {
        R row(UserKey user, T after);
    }

    /** Whether a span belongs into a list. */
    private interface Selection<T> {
        boolean includes(Span<T> span);
    }

    /** The net change of these changes, which are in the order of their commands. */
    public static NetChange of(List<Change> changes, Instant now) {
        SortedMap<UserKey, Span<StoredUser>> users = new TreeMap<>();
        SortedMap<UserKey, Span<StoredSettings>> settings = new TreeMap<>();
        for (Change change : changes) {
            switch (change) {
                case UserChanged user -> Span.add(user.user(), user.before(), user.after(), users);
                case SettingsChanged set -> Span.add(set.user(), set.before(), set.after(), settings);
            }
        }
        return new NetChange(
                rows(users, Span::inserts, UserRow::new),
                rows(users, Span::updates, UserRow::new),
                rows(users, Span::deletes, (user, after) -> user),
                rows(settings, Span::inserts, (user, after) -> new SettingsRow(user, after, now)),
                rows(settings, Span::updates, (user, after) -> new SettingsRow(user, after, now)),
                rows(settings, Span::deletes, (user, after) -> user),
                changes.stream().filter(Change::isDeletion).toList());
    }

    private static <T, R> List<R> rows(
            SortedMap<UserKey, Span<T>> spans, Selection<T> selection, RowBuilder<T, R> builder) {
        return spans.entrySet().stream()
                .filter(entry -> selection.includes(entry.getValue()))
                .map(entry -> builder.row(entry.getKey(), entry.getValue().after))
                .toList();
    }

    /**
     * What makes the rows that another net change has inserted the same as those that this one inserts. They may differ in the numbers of
     * their changes.
     */
    public NetChange corrections(NetChange inserting) {
        return new NetChange(
                List.of(),
                difference(insertedUsers, inserting.insertedUsers),
                List.of(),
                List.of(),
                difference(inserted, inserting.inserted),
                List.of(),
                List.of());
    }

    private static <R> List<R> difference(List<R> rows, List<R> others) {
        Set<R> known = new HashSet<>(others);
        return rows.stream().filter(row -> !known.contains(row)).toList();
    }

    /** The users whose settings it changes. */
    public Set<UserKey> usersOfSettings() {
        Set<UserKey> users = new HashSet<>(deleted);
        inserted.forEach(row -> users.add(row.user()));
        updated.forEach(row -> users.add(row.user()));
        return users;
    }
}
