package agentsettings.acceptance.feed;

import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the changes that were received with those that were requested, and with the records at the end: each that was
 * acknowledged has come exactly once, each other at most once, those of each record in their order, and together they
 * lead to the records as they are. For one thread.
 */
final class FeedCheck {

    private final Map<Subject, List<Write>> writes;
    private final Map<Subject, List<HistoryItem<?>>> received = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private FeedCheck(Map<Subject, List<Write>> writes) {
        this.writes = writes;
    }

    /**
     * Returns what is wrong.
     *
     * @param events in the order in which they were received
     * @param writes in the order in which they were requested, by record
     * @param records as they are at the end
     */
    static List<String> complaints(
            List<ChangeEvent> events, Map<Subject, List<Write>> writes, Map<Subject, Object> records) {
        FeedCheck check = new FeedCheck(writes);
        check.requireUnique(events);
        events.forEach(event -> check.received
                .computeIfAbsent(Subject.of(event), _ -> new ArrayList<>())
                .add(event.change()));
        Set<Subject> subjects = new HashSet<>(check.received.keySet());
        subjects.addAll(writes.keySet());
        for (Subject subject : subjects) {
            List<HistoryItem<?>> changes = check.received.getOrDefault(subject, List.of());
            check.requireChain(subject, changes, Optional.ofNullable(records.get(subject)));
            check.requireRequested(subject, changes);
        }
        return check.complaints;
    }

    private void requireUnique(List<ChangeEvent> events) {
        Set<String> numbers = new HashSet<>();
        for (ChangeEvent event : events) {
            if (!numbers.add(event.source() + " " + event.change().change())) {
                complaints.add(Subject.of(event) + ": change " + event.change().change() + " came twice");
            }
        }
    }

    /** Each change begins with what the one before has left. */
    private void requireChain(Subject subject, List<HistoryItem<?>> changes, Optional<?> now) {
        Optional<?> last = Optional.empty();
        long version = 0;
        for (HistoryItem<?> change : changes) {
            if (!change.before().equals(last)) {
                complaints.add(subject + ": " + change + " does not follow " + last);
            }
            if (change instanceof HistoryItem.OfSettings settings) {
                version = change.before().isEmpty() ? 1 : version + 1;
                if (change.after().isPresent() && settings.settingsVersion() != version) {
                    complaints.add(subject + ": " + change + " does not have version " + version);
                }
            }
            last = change.after();
        }
        if (!last.equals(now)) {
            complaints.add(subject + ": the changes lead to " + last + ", the record is " + now);
        }
    }

    /** Finds a way to read the changes as the requests, in which those in doubt were executed or not. */
    private void requireRequested(Subject subject, List<HistoryItem<?>> changes) {
        List<Write> requested = writes.getOrDefault(subject, List.of());
        Set<Integer> positions = Set.of(0);
        for (Write write : requested) {
            Set<Integer> next = new HashSet<>();
            for (int position : positions) {
                if (!write.isCertain()) {
                    next.add(position);
                }
                if (position < changes.size() && token(changes.get(position)).equals(write.token())) {
                    next.add(position + 1);
                }
            }
            positions = next;
        }
        if (!positions.contains(changes.size())) {
            complaints.add(subject + ": received "
                    + changes.stream().map(FeedCheck::token).toList() + ", requested " + requested);
        }
    }

    private static Optional<String> token(HistoryItem<?> change) {
        return switch (change) {
            case HistoryItem.OfSettings settings ->
                settings.after().map(OutboundSettings::defaultDisplayNumber).map(number -> number.digits());
            case HistoryItem.OfUser user -> user.after().map(UserProfile::name);
        };
    }
}
