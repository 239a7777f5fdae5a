package agentsettings.storage.history;

import agentsettings.core.queries.LoggedChange;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.LoggedChangeReader;
import agentsettings.storage.history.HistoryCursor.Position;
import agentsettings.storage.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of one kind of record of a user, newest first: those of the record that is there, and of the ones that were deleted
 * before. Each change names the one before of the same record, so the work of reading some is bounded by their number and by the
 * number of records that were deleted. Used by one thread.
 */
final class Lineage {

    private static final RecordOrder NEWEST = new RecordOrder(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    private final Connection connection;
    private final Dialect dialect;
    private final UserKey user;
    private final Kind kind;

    Lineage(Connection connection, Dialect dialect, UserKey user, Kind kind) {
        this.connection = connection;
        this.dialect = dialect;
        this.user = user;
        this.kind = kind;
    }

    /** The kinds of records that a user's history is of. */
    enum Kind {
        SETTINGS("agent_settings", "IS NOT NULL"),
        USER("t_aicc_pub_appcube_user", "IS NULL");

        private final String table;
        private final String settingsId;

        Kind(String table, String settingsId) {
            this.table = table;
            this.settingsId = settingsId;
        }
    }

    /**
     * A change.
     *
     * @param position that of the change
     * @param change empty if its row can't be read
     */
    record Entry(Position position, long at, Optional<LoggedChange> change) {}

    /** Orders the records: settings by their ids, which rise; users, which have no number of their own, by their newest changes. */
    private record RecordOrder(long settingsId, long at, long number) {}

    /** The changes from this position on, up to the maximum. */
    List<Entry> read(Position from, int max, FailedRows failed) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (from.equals(Position.END)) {
            return entries;
        }
        long newest = from.equals(Position.START) ? newestOfPresent() : from.newest();
        if (newest != 0) {
            long next = from.equals(Position.START) ? newest : from.next();
            entries.addAll(ofRecord(newest, next, max, failed));
        }
        if (entries.size() < max) {
            for (long deletion : deletionsBefore(newest, max - entries.size())) {
                entries.addAll(ofRecord(deletion, deletion, max - entries.size(), failed));
            }
        }
        return entries;
    }

    /** The number of the last change of the record that is there, 0 if there is none. */
    private long newestOfPresent() throws SQLException {
        String sql = "SELECT change FROM " + kind.table + " WHERE tenant_id = ? AND user_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindUser(select, 1);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The changes of a record from one of them on. */
    private List<Entry> ofRecord(long newest, long from, int max, FailedRows failed) throws SQLException {
        String columns = dialect.changeNumber("c") + ", c." + String.join(", c.", LoggedChangeReader.COLUMNS);
        String sql = """
                WITH RECURSIVE record (number, %s) AS (
                    SELECT %s FROM (SELECT CAST(? AS bigint) AS number) AS w %s WHERE c.user_id = ?
                    UNION ALL
                    SELECT %s FROM record w %s WHERE c.user_id = ?)
                SELECT * FROM record LIMIT ?
                """.formatted(
                        String.join(", ", LoggedChangeReader.COLUMNS),
                        columns,
                        dialect.joinChange("c", "w.number"),
                        columns,
                        dialect.joinChange("c", "w.previous"));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            bindUser(select, 2);
            bindUser(select, 4);
            select.setInt(6, max);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(row, newest, failed));
                }
                return entries;
            }
        }
    }

    private Entry entry(ResultSet row, long newest, FailedRows failed) throws SQLException {
        long number = row.getLong(1);
        Optional<LoggedChange> change = Optional.empty();
        try {
            change = Optional.of(LoggedChangeReader.read(row, user));
        } catch (RuntimeException invalid) {
            failed.report("change_log", user.tenantId(), user.userId(), invalid);
        }
        return new Entry(new Position(newest, number), LoggedChangeReader.at(row), change);
    }

    /** The deletions of records before the one with this newest change, 0 for all. */
    private List<Long> deletionsBefore(long newest, int max) throws SQLException {
        Optional<RecordOrder> before = newest == 0 ? Optional.of(NEWEST) : orderOf(newest);
        if (before.isEmpty()) { // it is no longer in the log, so neither are those before
            return List.of();
        }
        String key = "coalesce(c.settings_id, 0), c.at, " + dialect.changeNumber("c");
        String sql = "SELECT d.change FROM deleted_record d " + dialect.joinChange("c", "d.change")
                + " WHERE d.tenant_id = ? AND d.user_id = ? AND c.settings_id "
                + kind.settingsId + " AND (" + key
                + ") < (?, ?, ?) ORDER BY coalesce(c.settings_id, 0) DESC, c.at DESC, "
                + dialect.changeNumber("c") + " DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, user.tenantId());
            bindUser(select, 2);
            select.setLong(4, before.get().settingsId);
            select.setLong(5, before.get().at);
            select.setLong(6, before.get().number);
            select.setInt(7, max);
            try (ResultSet row = select.executeQuery()) {
                List<Long> deletions = new ArrayList<>();
                while (row.next()) {
                    deletions.add(row.getLong(1));
                }
                return deletions;
            }
        }
    }

    private Optional<RecordOrder> orderOf(long change) throws SQLException {
        String sql = "SELECT coalesce(c.settings_id, 0), c.at FROM (SELECT CAST(? AS bigint) AS number) AS w" + " "
                + dialect.joinChange("c", "w.number") + " WHERE c.user_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, change);
            bindUser(select, 2);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new RecordOrder(row.getLong(1), row.getLong(2), change))
                        : Optional.empty();
            }
        }
    }

    private void bindUser(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, user.tenantId());
        statement.setString(first + 1, user.userId());
    }
}
