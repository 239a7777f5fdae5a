package agentsettings.acceptance.feed;

import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.records.HistoryItem;

/**
 * What is changed. Immutable.
 *
 * @param kind settings or user
 * @param name the userId of settings; the account of a user, whose userId the service may have chosen
 */
record Subject(String kind, String name) implements Comparable<Subject> {

    static Subject settings(String userId) {
        return new Subject("settings", userId);
    }

    static Subject user(String account) {
        return new Subject("user", account);
    }

    static Subject of(ChangeEvent event) {
        return switch (event.change()) {
            case HistoryItem.OfSettings _ -> settings(event.user().userId());
            case HistoryItem.OfUser item ->
                user(item.after().or(item::before).orElseThrow().account());
        };
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
