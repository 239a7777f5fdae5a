package agentsettings.storage.verify;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.jdbc.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks the changes in the order of their numbers: the changes of each node have no gap, and exactly one thing follows from each
 * change, which is the next change of the same record, the record itself, or its deletion. Used by one thread.
 */
final class LogOrderCheck {

    /** What follows from a change names the change. */
    static final String SUCCESSORS = """
            SELECT change FROM agent_settings WHERE change <> 0
            UNION ALL SELECT change FROM t_aicc_pub_appcube_user WHERE change <> 0
            UNION ALL SELECT change FROM deleted_record
            UNION ALL SELECT previous FROM change_log WHERE previous <> 0
            ORDER BY 1
            """;

    private static final String LOG = ChangeRow.TABLE.name();

    private final Dialect dialect;
    private final LogStarts starts;
    private final Findings findings;

    /** The sequence of the last change of each node where the engine records it. */
    private final Map<Integer, Long> recorded;

    /** The sequence of the last change seen of each node. */
    private final Map<Integer, Long> last = new TreeMap<>();

    /**
     * @param recorded the sequence of each node's last change, on SQLite of those that were copied
     */
    LogOrderCheck(Dialect dialect, LogStarts starts, Map<Integer, Long> recorded, Findings findings) {
        this.dialect = dialect;
        this.starts = starts;
        this.recorded = recorded;
        this.findings = findings;
        last.putAll(starts.sequences());
    }

    static String numbers(Dialect dialect) {
        return "SELECT " + dialect.changeNumber("c") + " AS number FROM change_log c ORDER BY number";
    }

    /** Where the engine records the last change of each node. */
    static String recorded(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> "SELECT node, seq FROM copied_node";
            case POSTGRES -> "SELECT node, last_seq FROM node_lease WHERE last_seq > 0";
        };
    }

    /**
     * Reads both results, which are in order.
     *
     * @param counted is called for each change
     */
    void check(ResultSet numbers, ResultSet successors, Runnable counted) throws SQLException {
        long successor = next(successors);
        while (numbers.next()) {
            long number = numbers.getLong(1);
            checkOrder(number);
            while (successor < number) { // its change was removed, or is missing, which is found elsewhere
                successor = next(successors);
            }
            int count = 0;
            while (successor == number) {
                count++;
                successor = next(successors);
            }
            if (count != 1) {
                findings.add(
                        LOG,
                        Long.toString(number),
                        (count == 0 ? "nothing follows" : count + " changes, records or deletions follow")
                                + " from it");
            }
            counted.run();
        }
        checkEnds();
    }

    private static long next(ResultSet ordered) throws SQLException {
        return ordered.next() ? ordered.getLong(1) : Long.MAX_VALUE;
    }

    private void checkOrder(long number) {
        ChangeNumber change = ChangeNumber.of(number);
        long before = last.getOrDefault(change.node(), 0L);
        if (change.sequence() != before + 1 && !isFirstAfterCopy(change, before)) {
            findings.add(
                    LOG,
                    Long.toString(number),
                    "it is change " + change.sequence() + " of node " + change.node() + ", but comes after change "
                            + before);
        }
        last.put(change.node(), Math.max(before, change.sequence()));
    }

    /** The changes that a SQLite file makes itself come behind all that were copied from PostgreSQL, and are those of node 0. */
    private boolean isFirstAfterCopy(ChangeNumber change, long before) {
        if (dialect != Dialect.SQLITE || change.node() != 0) {
            return false;
        }
        long others = Math.max(maxOfOthers(recorded), maxOfOthers(starts.sequences()));
        return change.sequence() > before
                && change.sequence() == others + 1
                && before == Math.max(recorded.getOrDefault(0, 0L), starts.of(0));
    }

    private static long maxOfOthers(Map<Integer, Long> sequences) {
        return sequences.entrySet().stream()
                .filter(entry -> entry.getKey() != 0)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void checkEnds() {
        TreeSet<Integer> nodes = new TreeSet<>(last.keySet());
        nodes.addAll(recorded.keySet());
        for (int node : nodes) {
            boolean goesOn = dialect == Dialect.SQLITE && (node == 0 || !recorded.containsKey(node));
            long sequence = last.getOrDefault(node, 0L);
            long end = recorded.getOrDefault(node, 0L);
            if (!goesOn && sequence != end) {
                findings.add(
                        dialect == Dialect.SQLITE ? "copied_node" : "node_lease",
                        Integer.toString(node),
                        "it names change " + end + " as the last of the node, but the change log ends with "
                                + sequence);
            }
        }
    }
}
