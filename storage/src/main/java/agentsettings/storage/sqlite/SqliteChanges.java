package agentsettings.storage.sqlite;

import agentsettings.core.decisions.Change;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.decisions.IdempotencyKey;
import agentsettings.core.decisions.RememberedOutcome;
import agentsettings.core.decisions.UserKey;
import agentsettings.storage.jdbc.ChangeRow;
import agentsettings.storage.jdbc.IdempotencyRow;
import agentsettings.storage.jdbc.SettingsRow;
import agentsettings.storage.jdbc.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Stores changes, with a row of the change log for each, within a write transaction. Used by one thread. */
final class SqliteChanges implements AutoCloseable {

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
                + " FROM t_aicc_pub_appcube_user WHERE tenant_id = ? AND user_id = ? ON CONFLICT DO NOTHING");
        updateSettings = connection.prepareStatement("UPDATE agent_settings SET (" + SettingsRow.TABLE.names() + ") = ("
                + SettingsRow.TABLE.parameters() + ") WHERE tenant_id = ? AND user_id = ?");
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

    /** The last id that was made, which is the greatest; 0 if there is none. */
    static long lastId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT settings_id FROM change_log WHERE action = 'create' ORDER BY seq DESC LIMIT 1")) {
            return row.next() ? row.getLong(1) : 0;
        }
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
        int next = SettingsRow.TABLE.bind(insertSettings, 1, new SettingsRow(change.user(), change.after(), now));
        bindUser(insertSettings, next, change.user());
        return insertSettings.executeUpdate() == 1;
    }

    private boolean update(SettingsChanged change, Instant now) throws SQLException {
        int next = SettingsRow.TABLE.bind(updateSettings, 1, new SettingsRow(change.user(), change.after(), now));
        bindUser(updateSettings, next, change.user());
        return updateSettings.executeUpdate() == 1;
    }

    private boolean delete(SettingsChanged change) throws SQLException {
        bindUser(deleteSettings, 1, change.user());
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

    private static void bindUser(PreparedStatement statement, int first, UserKey user) throws SQLException {
        statement.setString(first, user.tenantId());
        statement.setString(first + 1, user.userId());
    }

    @Override
    public void close() throws SQLException {
        insertSettings.close();
        updateSettings.close();
        deleteSettings.close();
        insertUser.close();
        insertChange.close();
        remember.close();
        forgetExpired.close();
    }
}
