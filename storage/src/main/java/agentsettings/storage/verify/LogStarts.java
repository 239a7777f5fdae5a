package agentsettings.storage.verify;

import agentsettings.core.changes.ChangeNumber;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the log of each node begins. Immutable.
 *
 * @param sequences the sequence of the last change that was removed, of each node with such changes
 */
record LogStarts(Map<Integer, Long> sequences) {

    static LogStarts read(Connection connection) throws SQLException {
        Map<Integer, Long> sequences = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT node, number / " + ChangeNumber.STEP + " FROM change_log_start")) {
            while (row.next()) {
                sequences.put(row.getInt(1), row.getLong(2));
            }
        }
        return new LogStarts(sequences);
    }

    long of(int node) {
        return sequences.getOrDefault(node, 0L);
    }

    /** Whether the change was removed from the log, if there was one with this number. */
    boolean isRemoved(long number) {
        ChangeNumber change = ChangeNumber.of(number);
        return change.sequence() <= of(change.node());
    }
}
