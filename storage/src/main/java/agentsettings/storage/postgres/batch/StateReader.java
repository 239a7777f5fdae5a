package agentsettings.storage.postgres.batch;

import agentsettings.core.commands.Command;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.users.UserKey;
import agentsettings.storage.postgres.statements.ArrayParameters;
import agentsettings.storage.postgres.statements.TenantFilter;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.StoredColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Locks and reads idempotency keys and settings, sorted. Used by one thread, within a transaction. */
record StateReader(Connection connection) {

    /** A claim is a row that has expired already, so that the key counts as new. An existing row is locked and returned. */
    private static final String CLAIM_KEYS = """
            INSERT INTO idempotency_key AS k (%s)
            SELECT w.tenant_id, w.app_key, w.idempotency_key, '', '', NULL, ?
            FROM unnest(?, ?, ?) AS w (tenant_id, app_key, idempotency_key)
            ORDER BY w.tenant_id, w.app_key, w.idempotency_key
            ON CONFLICT (%s) DO UPDATE SET expires_at = k.expires_at
            RETURNING k.expires_at, k.%s, k.%s
            """.formatted(
                    IdempotencyRow.TABLE.names(),
                    IdempotencyRow.TABLE.key(),
                    IdempotencyRow.TABLE.key().replace(", ", ", k."),
                    IdempotencyRow.REMEMBERED_COLUMNS.replace(", ", ", k."));

    private static final String LOCK_SETTINGS = """
            SELECT user_id, %s FROM agent_settings WHERE tenant_id = ? AND user_id = ANY (?)
            ORDER BY user_id FOR UPDATE
            """.formatted(StoredColumns.names(StoredColumns.ALL, ""));

    private static final String USERS = """
            SELECT u.tenant_id, u.user_id FROM unnest(?, ?) AS w (tenant_id, user_id)
            JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.user_id = w.user_id%s
            """;

    private static final String USERS_AND_SETTINGS = """
            SELECT u.tenant_id, u.user_id, %s FROM unnest(?, ?) AS w (tenant_id, user_id)
            JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.user_id = w.user_id%s
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            """.formatted(StoredColumns.names(StoredColumns.ALL, "s."), "%s");

    /** Locks the keys of these commands and reads what is remembered under them. */
    void lockKeys(List<Command<?>> keyed, Instant now, BatchState state) throws SQLException {
        List<IdempotencyKey> keys =
                keyed.stream().map(IdempotencyKey::of).distinct().toList();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM_KEYS)) {
            claim.setLong(1, now.toEpochMilli());
            ArrayParameters.bindTexts(claim, 2, keys, IdempotencyKey::tenantId);
            ArrayParameters.bindTexts(claim, 3, keys, IdempotencyKey::actor);
            ArrayParameters.bindTexts(claim, 4, keys, IdempotencyKey::key);
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    if (row.getLong(1) > now.toEpochMilli()) {
                        RememberedOutcome outcome = IdempotencyRow.readRemembered(row, 5);
                        state.putRemembered(
                                new IdempotencyKey(row.getString(2), row.getString(3), row.getString(4)), outcome);
                    }
                }
            }
        }
    }

    /** Locks and reads the settings of these users. Those without settings can't be locked. */
    void lockSettings(SortedSet<UserKey> users, BatchState state) throws SQLException {
        for (Map.Entry<String, List<UserKey>> tenant :
                BatchDependencies.byTenant(users).entrySet()) {
            lockSettings(tenant.getKey(), tenant.getValue(), state);
        }
        List<UserKey> withoutSettings =
                users.stream().filter(user -> state.settings(user).isEmpty()).toList();
        if (!withoutSettings.isEmpty()) {
            readUsers(withoutSettings, state);
        }
    }

    /** Each tenant space by a statement of its own, because a distributed database locks rows of only one at a time. */
    private void lockSettings(String tenantId, List<UserKey> users, BatchState state) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_SETTINGS)) {
            select.setString(1, tenantId);
            ArrayParameters.bindTexts(select, 2, users, UserKey::userId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UserKey user = new UserKey(tenantId, row.getString(1));
                    state.putUser(user, true);
                    state.putSettings(user, SettingsRow.readSettings(row, 2));
                }
            }
        }
    }

    private void readUsers(List<UserKey> users, BatchState state) throws SQLException {
        users.forEach(user -> state.putUser(user, false));
        try (PreparedStatement select = prepareForUsers(USERS, users);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                state.putUser(new UserKey(row.getString(1), row.getString(2)), true);
            }
        }
    }

    /** Reads these users and their settings at one moment, without locks. */
    void readUsersAndSettings(Collection<UserKey> users, BatchState state) throws SQLException {
        for (UserKey user : users) {
            state.putUser(user, false);
            state.putSettings(user, null);
        }
        try (PreparedStatement select = prepareForUsers(USERS_AND_SETTINGS, users);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UserKey user = new UserKey(row.getString(1), row.getString(2));
                state.putUser(user, true);
                boolean hasSettings = row.getObject(3) != null;
                state.putSettings(user, hasSettings ? SettingsRow.readSettings(row, 3) : null);
            }
        }
    }

    private PreparedStatement prepareForUsers(String sql, Collection<UserKey> users) throws SQLException {
        TenantFilter tenant = TenantFilter.of(users, UserKey::tenantId);
        PreparedStatement select = connection.prepareStatement(sql.formatted(tenant.condition("u")));
        ArrayParameters.bindTexts(select, 1, users, UserKey::tenantId);
        ArrayParameters.bindTexts(select, 2, users, UserKey::userId);
        tenant.bind(select, 3);
        return select;
    }
}
