package agentsettings.acceptance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the change log.
 *
 * @param at when, in milliseconds
 * @param text what, by whom, before and after, as one line
 */
record LoggedChange(long at, String text) {

    /**
     * Returns where one user's log differs from the expected one. Nodes number their rows on their own, so rows of the same millisecond
     * may be in any order.
     */
    static Optional<String> difference(List<LoggedChange> expected, List<LoggedChange> actual) {
        List<LoggedChange> remaining = new ArrayList<>(actual);
        for (LoggedChange change : expected) {
            if (!removeNext(change, remaining)) {
                return Optional.of("expected " + change.text + ", got " + next(remaining));
            }
        }
        return remaining.isEmpty() ? Optional.empty() : Optional.of("expected no more, got " + next(remaining));
    }

    private static boolean removeNext(LoggedChange change, List<LoggedChange> remaining) {
        for (int i = 0; i < remaining.size() && remaining.get(i).at == remaining.getFirst().at; i++) {
            if (remaining.get(i).text.equals(change.text)) {
                remaining.remove(i);
                return true;
            }
        }
        return false;
    }

    private static String next(List<LoggedChange> remaining) {
        return remaining.isEmpty() ? "no more" : remaining.getFirst().text;
    }
}
