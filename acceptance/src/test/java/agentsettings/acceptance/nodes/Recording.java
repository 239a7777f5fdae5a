package agentsettings.acceptance.nodes;

import agentsettings.acceptance.history.History;
import java.util.List;

/**
 * All that came of a load.
 *
 * @param unknown how many requests were not answered, or with a failure after which they may have been carried out
 * @param undone how many were refused without effect, as by a node that is stopping
 * @param unexpected whatever else should never happen
 */
record Recording(List<History> histories, int unknown, int undone, List<String> unexpected) {

    int operations() {
        return histories.stream()
                .mapToInt(history -> history.operations().size())
                .sum();
    }

    int longestHistory() {
        return histories.stream()
                .mapToInt(history -> history.operations().size())
                .max()
                .orElse(0);
    }

    /** How many answered operations overlapped at most for one user. */
    int atOnceMax() {
        return histories.stream().mapToInt(Recording::atOnceMax).max().orElse(0);
    }

    private static int atOnceMax(History history) {
        return history.operations().stream()
                .mapToInt(one -> (int) history.operations().stream()
                        .filter(other -> other.response() != null
                                && other.invoked() <= one.invoked()
                                && other.responded() >= one.invoked())
                        .count())
                .max()
                .orElse(0);
    }
}
