package agentsettings.storage.feed;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.feed.FeedEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the change log of the SQLite file: the changes of node 0, and those of the nodes that were copied from PostgreSQL. */
final class SqliteLogReader extends LogReader {

    private static final String CHANGES = """
            change_log c WHERE c.number > ?1 AND c.number <= ?2 AND c.node = ?3 ORDER BY c.number LIMIT ?4
            """;

    SqliteLogReader(Connection connection) {
        super(connection);
    }

    /** A change that node 0 makes has a larger sequence than all that were copied. */
    @Override
    Map<Integer, Long> ends() throws SQLException {
        Map<Integer, Long> ends = sequences("SELECT node, seq FROM copied_node");
        ends.putAll(
                sequences("SELECT 0, number / " + ChangeNumber.STEP + " FROM change_log ORDER BY number DESC LIMIT 1"));
        return ends;
    }

    @Override
    List<FeedEntry> changes(int node, long after, long end, int limit) throws SQLException {
        return select(
                "c.number",
                CHANGES,
                new ChangeNumber(node, after).value(),
                new ChangeNumber(node, end).value(),
                node,
                limit);
    }
}
