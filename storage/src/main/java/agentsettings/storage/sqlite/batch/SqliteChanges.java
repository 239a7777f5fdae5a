package agentsettings.storage.sqlite.batch;

import agentsettings.core.decisions.Change;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.decisions.IdempotencyKey;
import agentsettings.core.decisions.RememberedOutcome;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.tables.ChangeRow;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Collectors;

/** Stores changes, with a row of the change log for each, within a write transaction. Used by one thread. */
final class SqliteChanges {

    private final PreparedStatement insertSettings;
    private final PreparedStatement updateSettings;
    private final PreparedStatement deleteSettings;
    private final PreparedStatement insertUser;
    private final PreparedStatement insertChange;
    private final PreparedStatement remember;
    private final PreparedStatement forgetExpired;

    SqliteChanges(Connection connection) throws SQLException {
        insertSettings = connection.prepareStatement("INSERT INTO agent_settings (" + SettingsRow.TABLE.names()
                + ") SELECT " + SettingsRow.TABLE.parameters()
                + " FROM t_aicc_pub_appcube_user WHERE tenant_id = ?1 AND user_id = ?2 ON CONFLICT DO NOTHING");
        updateSettings = connection.prepareStatement(update(SettingsRow.TABLE));
        deleteSettings = connection.prepareStatement("DELETE FROM agent_settings WHERE tenant_id = ? AND user_id = ?");
        insertUser = connection.prepareStatement(UserRow.TABLE.insert());
        insertChange = connection.prepareStatement(ChangeRow.TABLE.insert());
        remember = connection.prepareStatement(IdempotencyRow.TABLE.insert() + " ON CONFLICT ("
                + IdempotencyRow.TABLE.key() + ") DO UPDATE SET " + IdempotencyRow.TABLE.assignmentsFrom("excluded"));
        forgetExpired = connection.prepareStatement("""
                DELETE FROM idempotency_key WHERE rowid IN
                    (SELECT rowid FROM idempotency_key WHERE expires_at <= ? ORDER BY expires_at LIMIT 2)
                """);
    }

    /** The id of the last settings that were created, above which new ids begin; 0 if there are none. */
    static long lastId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT settings_id FROM change_log WHERE action = 'create' ORDER BY seq DESC LIMIT 1")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * A statement that replaces the row of the same key; its parameters are numbered as the columns are. It leaves the key alone, because
     * SQLite would write the key's index again.
     */
    private static String update(Table<?> table) {
        return "UPDATE " + table.name() + " SET " + assignments(table, false, ", ") + " WHERE "
                + assignments(table, true, " AND ");
    }

    private static String assignments(Table<?> table, boolean inKey, String separator) {
        return table.columns().stream()
                .filter(column -> table.isInKey(column) == inKey)
                .map(column -> column.name() + " = ?" + (table.columns().indexOf(column) + 1))
                .collect(Collectors.joining(separator));
    }

    /** Stores the change. New settings are inserted only if their user exists and has none: false if that is not so. */
    boolean store(Change change, Instant now) throws SQLException {
        boolean stored = switch (change) {
            case SettingsChanged settings when settings.before() == null -> insert(settings, now);
            case SettingsChanged settings when settings.after() == null -> delete(settings);
            case SettingsChanged settings -> update(settings, now);
            case UserAdded user -> insert(user, now);
        };
        if (stored) {
            ChangeRow.TABLE.bind(insertChange, 1, new ChangeRow(change, now));
            insertChange.executeUpdate();
        }
        return stored;
    }

    private boolean insert(SettingsChanged change, Instant now) throws SQLException {
        SettingsRow.TABLE.bind(insertSettings, 1, new SettingsRow(change.user(), change.after(), now));
        return insertSettings.executeUpdate() == 1;
    }

    private boolean update(SettingsChanged change, Instant now) throws SQLException {
        SettingsRow.TABLE.bind(updateSettings, 1, new SettingsRow(change.user(), change.after(), now));
        return updateSettings.executeUpdate() == 1;
    }

    private boolean delete(SettingsChanged change) throws SQLException {
        deleteSettings.setString(1, change.user().tenantId());
        deleteSettings.setString(2, change.user().userId());
        return deleteSettings.executeUpdate() == 1;
    }

    private boolean insert(UserAdded change, Instant now) throws SQLException {
        UserRow.TABLE.bind(insertUser, 1, new UserRow(change, now));
        return insertUser.executeUpdate() == 1;
    }

    /** Remembers the outcome under its key. Removes up to two expired keys, so that the table shrinks as fast as it may grow. */
    void remember(IdempotencyKey key, RememberedOutcome outcome, Instant now) throws SQLException {
        IdempotencyRow.TABLE.bind(remember, 1, new IdempotencyRow(key, outcome));
        remember.executeUpdate();
        forgetExpired.setLong(1, now.toEpochMilli());
        forgetExpired.executeUpdate();
    }
}
