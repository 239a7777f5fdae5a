package agentsettings.storage.feed;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.LoggedChangeReader;
import agentsettings.storage.jdbc.ReadFailureLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the change log of each node, within a transaction that sees one state. Used by one thread. */
abstract class LogReader {

    private static final ReadFailureLog FAILURES = new ReadFailureLog(System::nanoTime);

    private final Connection connection;

    LogReader(Connection connection) {
        this.connection = connection;
    }

    /** The sequence of the last change that was removed, for each node with such changes. */
    Map<Integer, Long> starts() throws SQLException {
        return sequences("SELECT node, number / " + ChangeNumber.STEP + " FROM change_log_start");
    }

    /** The sequence of the last change of each node that has made any. */
    abstract Map<Integer, Long> ends() throws SQLException;

    /**
     * Changes of a node in their order.
     *
     * @param after the sequence that they follow
     * @param end the sequence of the node's last change
     * @param limit the maximum number of changes
     */
    abstract List<FeedEntry> changes(int node, long after, long end, int limit) throws SQLException;

    /** Reads rows of a node and a sequence. */
    final Map<Integer, Long> sequences(String select) throws SQLException {
        Map<Integer, Long> sequences = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sequences.put(row.getInt(1), row.getLong(2));
            }
        }
        return sequences;
    }

    /**
     * Reads changes.
     *
     * @param number the number of a row of the log {@code c}, as SQL
     * @param from what follows FROM
     */
    final List<FeedEntry> select(String number, String from, long... parameters) throws SQLException {
        String sql = "SELECT " + number + ", c." + String.join(", c.", LoggedChangeReader.COLUMNS)
                + ", c.tenant_id, c.user_id FROM " + from;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<FeedEntry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(row));
                }
                return entries;
            }
        }
    }

    /** A row that is invalid is logged, and followed like any other. */
    private static FeedEntry entry(ResultSet row) throws SQLException {
        int tenant = LoggedChangeReader.COLUMNS.size() + 2;
        UserKey user = new UserKey(row.getString(tenant), row.getString(tenant + 1));
        try {
            return new FeedEntry(row.getLong(1), row.getLong(2), Optional.of(LoggedChangeReader.read(row, user)));
        } catch (RuntimeException invalid) {
            FAILURES.failed(invalid);
            return new FeedEntry(row.getLong(1), row.getLong(2), Optional.empty());
        }
    }
}
