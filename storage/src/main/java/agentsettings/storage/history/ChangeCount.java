package agentsettings.storage.history;

import agentsettings.core.queries.TimeSteps;
import agentsettings.storage.history.TimedLog.Part;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.jdbc.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Counts the changes of a tenant space by their times. The log has no index of times, which every write would have to feed; but the
 * times of a node's changes grow, so the first change of the steps is found by bisection over the log's key, and the log is read from
 * there on. Reads what the connection's transaction sees. Used by one thread.
 */
public record ChangeCount(Connection connection, Dialect dialect, String tenantId) {

    /** Changes in each step. */
    public List<Long> perStep(TimeSteps steps) throws SQLException {
        Statements statements = new Statements(connection);
        TimedLog log = TimedLog.of(dialect);
        List<Long> counts = new ArrayList<>(Collections.nCopies(steps.count(), 0L));
        for (Part part : log.parts(statements)) {
            long begin = begin(log, statements, part, steps.from().toEpochMilli());
            for (TimedLog.Count count : log.count(statements, tenantId, part.node(), begin, steps)) {
                counts.set(count.step(), counts.get(count.step()) + count.changes());
            }
        }
        return counts;
    }

    /** The least place in the part from which on the changes are not before the time; 0 if there are none before it. */
    private long begin(TimedLog log, Statements statements, Part part, long time) throws SQLException {
        long least = part.first();
        long end = part.last() + 1;
        while (least < end) {
            long middle = least + (end - least) / 2;
            List<Long> at = log.timeAt(statements, tenantId, part.node(), middle);
            if (at.isEmpty() || at.getFirst() >= time) {
                end = middle;
            } else {
                least = middle + 1;
            }
        }
        return least == part.first() ? 0 : least;
    }
}
