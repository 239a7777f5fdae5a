package agentsettings.storage.records;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.users.UserKey;
import agentsettings.storage.tables.NumberRow;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.StoredColumns;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table whose rows are listed by a key within the tenant space, with what is joined to each. The alias u is a user, s its settings, a
 * an allotted number. Immutable.
 *
 * @param from the table, as SQL selects from it
 * @param joined the table and what is joined to it
 * @param alias that of the table
 * @param keyColumn the column of the key
 * @param searched the texts that a search looks into, as one
 * @param columns what the reader reads
 * @param <T> the records that it lists
 */
record ListedTable<T>(
        String name,
        String from,
        String joined,
        String alias,
        String keyColumn,
        String searched,
        String columns,
        RowReader<T> reader) {

    /** The index of the key in a row; before it are the texts that are searched. */
    static final int KEY = 2;

    private static final int REST = 3;

    /** No text that our rules permit has the character between them. */
    private static final String SEARCHED_OF_USER = "concat_ws('\u001f', u.user_id, u.sum_user_id, u.account, u.name)";

    private static final String USER_ID = "user_id";
    private static final String USER_TABLE = "t_aicc_pub_appcube_user u";
    private static final String SETTINGS_TABLE = "agent_settings s";
    private static final String IS_OF_USER = "s.tenant_id = u.tenant_id AND s.user_id = u.user_id";

    /** True of a user with settings. */
    static final String HAS_SETTINGS = "EXISTS (SELECT 1 FROM " + SETTINGS_TABLE + " WHERE " + IS_OF_USER + ")";

    static final ListedTable<UserRecord> USERS = new ListedTable<>(
            "t_aicc_pub_appcube_user",
            USER_TABLE,
            USER_TABLE,
            "u",
            USER_ID,
            SEARCHED_OF_USER,
            HAS_SETTINGS + ", u." + String.join(", u.", UserRow.USER_COLUMNS),
            ListedTable::user);

    static final ListedTable<SettingsRecord> SETTINGS = new ListedTable<>(
            "agent_settings",
            SETTINGS_TABLE,
            SETTINGS_TABLE + " JOIN " + USER_TABLE + " ON " + IS_OF_USER,
            "s",
            USER_ID,
            SEARCHED_OF_USER,
            "u.account, u.name, s.updated_at, " + StoredColumns.names(StoredColumns.ALL, "s."),
            ListedTable::settings);

    static final ListedTable<AllottedNumber> NUMBERS = new ListedTable<>(
            "allotted_number",
            "allotted_number a",
            "allotted_number a",
            "a",
            "number",
            "concat_ws('\u001f', a.number, a.description)",
            "a." + String.join(", a.", NumberRow.NUMBER_COLUMNS),
            (row, tenantId) -> NumberRow.readNumber(row, REST));

    /** Reads a record from a row. */
    interface RowReader<T> {
        T read(ResultSet row, String tenantId) throws SQLException;
    }

    /**
     * The aliases that a search for a text restricts to its range: also that of the users, so that the database can look through the
     * users of the range first and look up what belongs to the few that match.
     */
    List<String> rangesOfSearch() {
        return keyColumn.equals(USER_ID) ? Stream.of(alias, "u").distinct().toList() : List.of(alias);
    }

    /** What is selected: the texts that are searched, the key as {@link #KEY}, and what the reader reads. */
    String selected() {
        return searched + ", " + key() + ", " + columns;
    }

    String tenant() {
        return alias + ".tenant_id";
    }

    String key() {
        return alias + "." + keyColumn;
    }

    /**
     * The record of this user.
     *
     * @throws SQLException if the database failed, or the row is invalid
     */
    Optional<T> find(Connection connection, UserKey user) throws SQLException {
        String sql = "SELECT " + selected() + " FROM " + joined + " WHERE " + tenant() + " = ? AND " + key() + " = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, user.tenantId());
            select.setString(2, user.userId());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row, user.tenantId())) : Optional.empty();
            }
        } catch (IllegalArgumentException | NoSuchElementException invalid) {
            throw new SQLException("a row of " + name + " is invalid", invalid);
        }
    }

    private static UserRecord user(ResultSet row, String tenantId) throws SQLException {
        UserKey key = new UserKey(tenantId, row.getString(KEY));
        return new UserRecord(key, UserRow.readUser(row, REST + 1), row.getBoolean(REST));
    }

    private static SettingsRecord settings(ResultSet row, String tenantId) throws SQLException {
        return new SettingsRecord(
                new UserKey(tenantId, row.getString(KEY)),
                row.getString(REST),
                row.getString(REST + 1),
                SettingsRow.readSettings(row, REST + 3),
                Instant.ofEpochMilli(row.getLong(REST + 2)));
    }
}
