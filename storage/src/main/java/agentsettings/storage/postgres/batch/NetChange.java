package agentsettings.storage.postgres.batch;

import agentsettings.core.decisions.Change;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all changes of a batch together do to the tables: each user has at most one row in one of the lists, which are in the order
 * of users.
 */
record NetChange(
        List<UserRow> addedUsers, List<SettingsRow> inserted, List<SettingsRow> updated, List<UserKey> deleted) {

    /** The first and the last state of a user's settings. */
    private record Span(StoredSettings before, StoredSettings after) {}

    /** The net change of these changes, which are in the order of their commands. */
    static NetChange of(List<Change> changes, Instant now) {
        List<UserRow> added = new ArrayList<>();
        SortedMap<UserKey, Span> spans = new TreeMap<>();
        for (Change change : changes) {
            switch (change) {
                case UserAdded user -> added.add(new UserRow(user, now));
                case SettingsChanged settings -> {
                    Span earlier = spans.get(settings.user());
                    StoredSettings before = earlier == null ? settings.before() : earlier.before;
                    spans.put(settings.user(), new Span(before, settings.after()));
                }
            }
        }
        added.sort(Comparator.comparing(row -> row.added().user()));
        NetChange net = new NetChange(added, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        spans.forEach((user, span) -> net.add(user, span, now));
        return net;
    }

    private void add(UserKey user, Span span, Instant now) {
        if (span.before == null && span.after != null) {
            inserted.add(new SettingsRow(user, span.after, now));
        } else if (span.before != null && span.after != null) {
            updated.add(new SettingsRow(user, span.after, now));
        } else if (span.before != null) {
            deleted.add(user);
        }
    }

    /** The users whose settings it changes. */
    Set<UserKey> usersOfSettings() {
        Set<UserKey> users = new HashSet<>(deleted);
        inserted.forEach(row -> users.add(row.user()));
        updated.forEach(row -> users.add(row.user()));
        return users;
    }
}
