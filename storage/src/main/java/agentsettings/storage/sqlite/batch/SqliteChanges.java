package agentsettings.storage.sqlite.batch;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.UnloggedChange;
import agentsettings.core.state.UnloggedChange.NumberChanged;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.changelog.DeletedRecordRow;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.jobs.JobSteps;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.NumberRow;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stores changes, with a row of the change log for each, within a write transaction. Used by one thread. */
final class SqliteChanges {

    private final PreparedStatement insertSettings;
    private final PreparedStatement updateSettings;
    private final PreparedStatement deleteSettings;
    private final PreparedStatement insertUser;
    private final PreparedStatement updateUser;
    private final PreparedStatement deleteUser;
    private final PreparedStatement insertNumber;
    private final PreparedStatement updateNumber;
    private final PreparedStatement deleteNumber;
    private final PreparedStatement insertChange;
    private final PreparedStatement insertDeletedRecord;
    private final PreparedStatement remember;
    private final PreparedStatement forgetExpired;
    private final JobSteps jobs;

    SqliteChanges(Connection connection) throws SQLException {
        insertSettings = connection.prepareStatement(
                "INSERT INTO agent_settings (" + SettingsRow.TABLE.names()
                        + ", account) SELECT " + SettingsRow.TABLE.parameters()
                        + ", account FROM t_aicc_pub_appcube_user WHERE tenant_id = ?1 AND user_id = ?2 ON CONFLICT DO NOTHING");
        updateSettings = connection.prepareStatement(update(SettingsRow.TABLE));
        deleteSettings = connection.prepareStatement(delete(SettingsRow.TABLE));
        insertUser = connection.prepareStatement(UserRow.TABLE.insert());
        updateUser = connection.prepareStatement(update(UserRow.TABLE));
        deleteUser = connection.prepareStatement(delete(UserRow.TABLE));
        insertNumber = connection.prepareStatement(NumberRow.TABLE.insert());
        updateNumber = connection.prepareStatement(update(NumberRow.TABLE));
        deleteNumber = connection.prepareStatement("DELETE FROM allotted_number WHERE tenant_id = ? AND number = ?");
        insertChange = connection.prepareStatement(ChangeRow.TABLE.insert());
        insertDeletedRecord = connection.prepareStatement(DeletedRecordRow.TABLE.insert());
        remember = connection.prepareStatement(IdempotencyRow.TABLE.insert() + " ON CONFLICT ("
                + IdempotencyRow.TABLE.key() + ") DO UPDATE SET " + IdempotencyRow.TABLE.assignmentsFrom("excluded"));
        jobs = new JobSteps(connection);
        forgetExpired = connection.prepareStatement("""
                DELETE FROM idempotency_key WHERE rowid IN
                    (SELECT rowid FROM idempotency_key WHERE expires_at <= ? ORDER BY expires_at LIMIT 2)
                """);
    }

    /**
     * A statement that replaces the row of the same key; its parameters are numbered as the columns are. It leaves the key alone, because
     * SQLite would write the key's index again.
     */
    private static String update(Table<?> table) {
        return "UPDATE " + table.name() + " SET " + assignments(table, false, ", ") + " WHERE "
                + assignments(table, true, " AND ");
    }

    private static String delete(Table<?> table) {
        return "DELETE FROM " + table.name() + " WHERE tenant_id = ? AND user_id = ?";
    }

    /** Goes by index, because to compare columns a start would first make the code that compares records. */
    private static String assignments(Table<?> table, boolean inKey, String separator) {
        List<? extends Column<?>> columns = table.columns();
        return IntStream.range(0, columns.size())
                .filter(i -> table.isInKey(columns.get(i)) == inKey)
                .mapToObj(i -> columns.get(i).name() + " = ?" + (i + 1))
                .collect(Collectors.joining(separator));
    }

    /**
     * Stores the change, with its row of the change log. New settings are inserted only if their user exists and has none: false if that
     * is not so.
     */
    boolean store(Change change, Instant now) throws SQLException {
        boolean stored = switch (change) {
            case SettingsChanged settings -> store(settings, now);
            case UserChanged user -> store(user);
        };
        if (stored) {
            execute(insertChange, ChangeRow.TABLE, new ChangeRow(change, now));
            if (change.isDeletion()) {
                execute(insertDeletedRecord, DeletedRecordRow.TABLE, new DeletedRecordRow(change));
            }
        }
        return stored;
    }

    private boolean store(SettingsChanged change, Instant now) throws SQLException {
        if (change.isDeletion()) {
            return delete(deleteSettings, change.user());
        }
        PreparedStatement write = change.before() == null ? insertSettings : updateSettings;
        return execute(write, SettingsRow.TABLE, new SettingsRow(change.user(), change.after(), now));
    }

    private boolean store(UserChanged change) throws SQLException {
        if (change.isDeletion()) {
            return delete(deleteUser, change.user());
        }
        PreparedStatement write = change.before() == null ? insertUser : updateUser;
        return execute(write, UserRow.TABLE, new UserRow(change.user(), change.after()));
    }

    private static <R> boolean execute(PreparedStatement statement, Table<R> table, R row) throws SQLException {
        table.bind(statement, 1, row);
        return statement.executeUpdate() == 1;
    }

    private static boolean delete(PreparedStatement delete, UserKey user) throws SQLException {
        delete.setString(1, user.tenantId());
        delete.setString(2, user.userId());
        return delete.executeUpdate() == 1;
    }

    void storeUnlogged(UnloggedChange change, Instant now) throws SQLException {
        switch (change) {
            case UnloggedChange.Remembered(var key, var outcome) -> remember(key, outcome, now);
            case UnloggedChange.JobAdvanced advanced -> jobs.store(advanced);
            case NumberChanged number -> store(number);
        }
    }

    private void store(NumberChanged change) throws SQLException {
        if (change.after() == null) {
            deleteNumber.setString(1, change.key().tenantId());
            deleteNumber.setString(2, change.key().number().digits());
            deleteNumber.executeUpdate();
            return;
        }
        PreparedStatement write = change.before() == null ? insertNumber : updateNumber;
        execute(write, NumberRow.TABLE, new NumberRow(change.key().tenantId(), change.after()));
    }

    /** Remembers the outcome under its key. Removes up to two expired keys, so that the table shrinks as fast as it may grow. */
    private void remember(IdempotencyKey key, RememberedOutcome outcome, Instant now) throws SQLException {
        IdempotencyRow.TABLE.bind(remember, 1, new IdempotencyRow(key, outcome));
        remember.executeUpdate();
        forgetExpired.setLong(1, now.toEpochMilli());
        forgetExpired.executeUpdate();
    }
}
