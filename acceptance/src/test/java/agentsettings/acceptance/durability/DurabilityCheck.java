package agentsettings.acceptance.durability;

import agentsettings.acceptance.durability.UserHistory.Verdict;
import agentsettings.acceptance.settings.Change;
import agentsettings.acceptance.settings.StoredSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of everything that was sent.
 *
 * @param inFlight users with a command that was never answered
 * @param users how many users there are of each verdict
 * @param complaints what is wrong, empty when all is as it must be
 */
record DurabilityCheck(int inFlight, Map<Verdict, Integer> users, List<String> complaints) {

    /** Compares what the database holds with what its users were told, and with itself. */
    static DurabilityCheck of(Snapshot snapshot, List<UserHistory> histories) {
        List<String> complaints = new ArrayList<>();
        if (!snapshot.integrity().equals("ok")) {
            complaints.add("integrity_check: " + snapshot.integrity());
        }
        complaints.addAll(LogReplay.complaints(snapshot));
        Map<String, List<Change>> logged = snapshot.log().stream()
                .filter(row -> row.settingsId() != 0)
                .collect(
                        Collectors.groupingBy(LogRow::userId, Collectors.mapping(LogRow::change, Collectors.toList())));
        Map<Verdict, Integer> users = new EnumMap<>(Verdict.class);
        for (UserHistory history : histories) {
            StoredSettings found = snapshot.settings().get(history.userId());
            List<Change> changes = logged.getOrDefault(history.userId(), List.of());
            Verdict verdict = history.compare(found, changes);
            users.merge(verdict, 1, Integer::sum);
            if (verdict == Verdict.MISSING || verdict == Verdict.HALF_DONE) {
                complaints.add(verdict + ": " + history + "; found " + found + " and " + changes.size()
                        + " changes, the last " + (changes.isEmpty() ? null : changes.getLast()));
            }
        }
        int inFlight =
                (int) histories.stream().filter(user -> user.inFlight() != null).count();
        return new DurabilityCheck(inFlight, users, complaints);
    }

    int count(Verdict verdict) {
        return users.getOrDefault(verdict, 0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "in flight %d (carried out %d), missing %d, half done %d",
                inFlight,
                count(Verdict.CARRIED_OUT),
                count(Verdict.MISSING),
                count(Verdict.HALF_DONE));
    }
}
