package agentsettings.storage.postgres.statements;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.changelog.DeletedRecordRow;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes sets of rows, each by one statement. Used by one thread, within a transaction. */
public record SetWriter(Connection connection) {

    private static final Table<SettingsRow> SETTINGS = SettingsRow.TABLE;
    private static final Table<UserRow> USERS = UserRow.TABLE;
    private static final Table<ChangeRow> CHANGES = ChangeRow.TABLE;
    private static final Table<DeletedRecordRow> DELETED_RECORDS = DeletedRecordRow.TABLE;
    private static final Table<IdempotencyRow> KEYS = IdempotencyRow.TABLE;

    private static final String INSERT_USERS =
            "INSERT INTO " + USERS.name() + " (" + USERS.names() + ") SELECT " + USERS.namesOf("w") + " FROM ";
    private static final String INSERT_SETTINGS =
            "INSERT INTO agent_settings (" + SETTINGS.names() + ") SELECT " + SETTINGS.namesOf("w") + " FROM ";
    private static final String UPDATE_SETTINGS =
            "UPDATE agent_settings s SET " + SETTINGS.assignmentsFrom("w") + " FROM ";
    private static final String UPDATE_USERS =
            "UPDATE " + USERS.name() + " u SET " + USERS.assignmentsFrom("w") + " FROM ";

    /** The beginning of a statement that inserts into the change log the rows of what follows, {@code w}. */
    public static final String INSERT_CHANGES = "INSERT INTO change_log (node, seq, " + CHANGES.namesBesideKey("")
            + ") SELECT w.number % " + ChangeNumber.STEP + ", w.number / " + ChangeNumber.STEP + ", "
            + CHANGES.namesBesideKey("w.") + " FROM ";

    private static final String INSERT_DELETED_RECORDS = "INSERT INTO " + DELETED_RECORDS.name() + " ("
            + DELETED_RECORDS.names() + ") SELECT " + DELETED_RECORDS.namesOf("w") + " FROM ";
    private static final String UPDATE_KEYS = "UPDATE idempotency_key k SET " + KEYS.assignmentsFrom("w") + " FROM ";

    private PreparedStatement prepare(String beginning, RowSource rows, String... end) throws SQLException {
        StringBuilder sql = new StringBuilder(1024).append(beginning);
        rows.appendTo(sql);
        for (String part : end) {
            sql.append(part);
        }
        return connection.prepareStatement(sql.toString());
    }

    /** Executes a statement that reads these rows, and returns the number of rows that it changed. */
    private int execute(String beginning, RowSource rows, TenantFilter tenant, String... end) throws SQLException {
        try (PreparedStatement statement = prepare(beginning, rows, end)) {
            tenant.bind(statement, rows.bind(statement, 1));
            return statement.executeUpdate();
        }
    }

    /** Inserts all of the rows. */
    private <R> void insert(String beginning, Table<R> table, List<R> rows) throws SQLException {
        RowSource source = RowSource.of(table, rows);
        try (PreparedStatement insert = prepare(beginning, source)) {
            source.bind(insert, 1);
            insert.executeUpdate();
        }
    }

    public void insertUsers(List<UserRow> rows) throws SQLException {
        insert(INSERT_USERS, USERS, rows);
    }

    /** Replaces the users, which must be locked. */
    void updateUsers(List<UserRow> rows) throws SQLException {
        TenantFilter tenant = TenantFilter.of(rows, row -> row.key().tenantId());
        int updated = execute(
                UPDATE_USERS,
                RowSource.of(USERS, rows),
                tenant,
                " WHERE u.tenant_id = w.tenant_id AND u.user_id = w.user_id",
                tenant.condition("u"));
        requireAll(updated, rows.size());
    }

    /** Inserts the settings whose user exists and has none; returns their number. */
    public int insertSettings(List<SettingsRow> rows) throws SQLException {
        TenantFilter tenant = TenantFilter.of(rows, row -> row.user().tenantId());
        return execute(
                INSERT_SETTINGS,
                RowSource.of(SETTINGS, rows),
                tenant,
                " JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.user_id = w.user_id",
                tenant.condition("u"),
                " ORDER BY u.tenant_id, u.user_id ON CONFLICT DO NOTHING");
    }

    /** Replaces the settings, which must be locked. */
    void updateSettings(List<SettingsRow> rows) throws SQLException {
        TenantFilter tenant = TenantFilter.of(rows, row -> row.user().tenantId());
        int updated = execute(
                UPDATE_SETTINGS,
                RowSource.of(SETTINGS, rows),
                tenant,
                " WHERE s.tenant_id = w.tenant_id AND s.user_id = w.user_id",
                tenant.condition("s"));
        requireAll(updated, rows.size());
    }

    /** Deletes the rows of these users, which must be locked. */
    private void delete(Table<?> table, List<UserKey> users) throws SQLException {
        TenantFilter tenant = TenantFilter.of(users, UserKey::tenantId);
        try (PreparedStatement delete =
                connection.prepareStatement("""
                DELETE FROM %s t USING unnest(?, ?) AS w (tenant_id, user_id)
                WHERE t.tenant_id = w.tenant_id AND t.user_id = w.user_id%s
                """.formatted(table.name(), tenant.condition("t")))) {
            ArrayParameters.bindTexts(delete, 1, users, UserKey::tenantId);
            ArrayParameters.bindTexts(delete, 2, users, UserKey::userId);
            tenant.bind(delete, 3);
            requireAll(delete.executeUpdate(), users.size());
        }
    }

    private static void requireAll(int written, int expected) throws SQLException {
        if (written != expected) {
            throw new SQLException(written + " of " + expected + " locked rows were written");
        }
    }

    /** Stores what is remembered under these keys, which must be locked. */
    public void remember(List<IdempotencyRow> rows) throws SQLException {
        TenantFilter tenant = TenantFilter.of(rows, row -> row.key().tenantId());
        execute(
                UPDATE_KEYS,
                RowSource.of(KEYS, rows),
                tenant,
                " WHERE k.tenant_id = w.tenant_id AND k.app_key = w.app_key AND k.idempotency_key = w.idempotency_key",
                tenant.condition("k"));
    }

    /** Removes up to so many expired keys of the tenant space. */
    public void forgetExpired(String tenantId, int max, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM idempotency_key WHERE tenant_id = ? AND (app_key, idempotency_key) IN (
                    SELECT app_key, idempotency_key FROM idempotency_key
                    WHERE tenant_id = ? AND expires_at <= ?
                    ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                """)) {
            delete.setString(1, tenantId);
            delete.setString(2, tenantId);
            delete.setLong(3, now.toEpochMilli());
            delete.setInt(4, max);
            delete.executeUpdate();
        }
    }

    /** Appends the changes to the change log. */
    public void log(List<Change> changes, Instant now) throws SQLException {
        insert(
                INSERT_CHANGES,
                CHANGES,
                changes.stream().map(change -> new ChangeRow(change, now)).toList());
    }

    /** Writes all that is not inserted. */
    public void write(NetChange net) throws SQLException {
        if (!net.updated().isEmpty()) {
            updateSettings(net.updated());
        }
        if (!net.deleted().isEmpty()) {
            delete(SETTINGS, net.deleted());
        }
        if (!net.deletedUsers().isEmpty()) {
            delete(USERS, net.deletedUsers());
        }
        if (!net.updatedUsers().isEmpty()) {
            updateUsers(net.updatedUsers());
        }
        if (!net.deletions().isEmpty()) {
            insert(
                    INSERT_DELETED_RECORDS,
                    DELETED_RECORDS,
                    net.deletions().stream().map(DeletedRecordRow::new).toList());
        }
    }
}
