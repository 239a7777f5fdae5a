package agentsettings.acceptance.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A history for people to read. */
final class HistoryText {

    private static final int LINES_MAX = 40;
    private static final double NANOS_PER_MILLI = 1e6;

    private final History history;
    private final long start;

    HistoryText(History history) {
        this.history = history;
        this.start = history.operations().stream()
                .mapToLong(Operation::invoked)
                .min()
                .orElse(0);
    }

    /**
     * Says up to where the history can be explained.
     *
     * @param unexplained the first operation, by the time of its response, whose response can't be
     * @param before the settings that there may have been until then, with null for none
     */
    String complaint(Operation unexplained, Set<Settings> before) {
        List<Operation> begun = history.operations().stream()
                .filter(operation -> operation.invoked() <= unexplained.responded())
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
        long explained = begun.stream()
                .filter(operation -> operation.responded() < unexplained.responded())
                .count();
        int skipped = Math.max(0, begun.size() - LINES_MAX);
        return String.format(
                        Locale.ROOT,
                        "user %s: no order of the operations explains the answer to #%d\n",
                        history.userId(),
                        unexplained.number())
                + String.format(
                        Locale.ROOT,
                        "the first %d answers can be explained; just before, the settings may have been\n",
                        explained)
                + before.stream()
                        .map(settings -> "    " + (settings == null ? "none" : settings) + "\n")
                        .collect(Collectors.joining())
                + "what was asked until then, in time order (! the answer in question, ~ not answered by then)"
                + (skipped > 0 ? ", without the first " + skipped : "")
                + "\n"
                + begun.stream()
                        .skip(skipped)
                        .map(operation -> mark(operation, unexplained) + line(operation))
                        .collect(Collectors.joining("\n"));
    }

    private static String mark(Operation operation, Operation unexplained) {
        if (operation.equals(unexplained)) {
            return "  ! ";
        }
        return operation.responded() < unexplained.responded() ? "    " : "  ~ ";
    }

    private String line(Operation operation) {
        String responded = operation.hasResponse()
                ? String.format(Locale.ROOT, "%10.3f", millis(operation.responded()))
                : "          ";
        return String.format(
                Locale.ROOT,
                "%10.3f to %s ms  node %d  #%d %s -> %s",
                millis(operation.invoked()),
                responded,
                operation.node(),
                operation.number(),
                operation.request(),
                operation.hasResponse() ? operation.response() : "unknown");
    }

    private double millis(long time) {
        return (time - start) / NANOS_PER_MILLI;
    }
}
