package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.SettingsRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes settings, of many users at once and each at most once. Rows are locked in the order of users, so that two transactions don't
 * wait for each other in a circle. Used by one thread, within a transaction.
 */
record SettingsTable(Connection connection) {

    private static final String WISHED_COLUMNS = "w." + SettingsRow.COLUMNS.replace(", ", ", w.");
    private static final String INSERT = """
            INSERT INTO agent_settings (tenant_id, user_id, id, version, created_at, updated_at, %s)
            SELECT u.tenant_id, u.user_id, w.id, 1, ?, ?, %s
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS w (tenant_id, user_id, id, %s)
            JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.user_id = w.user_id%s
            ORDER BY u.tenant_id, u.user_id
            ON CONFLICT DO NOTHING
            RETURNING tenant_id, user_id
            """.formatted(SettingsRow.COLUMNS, WISHED_COLUMNS, SettingsRow.COLUMNS, "%s");
    private static final String LOCK = """
            SELECT user_id, id, %s FROM agent_settings WHERE tenant_id = ? AND user_id = ANY (?)
            ORDER BY user_id FOR UPDATE
            """.formatted(SettingsRow.COLUMNS);
    private static final String UPDATE = """
            UPDATE agent_settings s SET version = s.version + 1, updated_at = ?, (%s) = ROW (%s)
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS w (tenant_id, user_id, id, %s)
            WHERE s.tenant_id = w.tenant_id AND s.user_id = w.user_id AND s.id = w.id%s
            RETURNING s.tenant_id, s.user_id
            """.formatted(SettingsRow.COLUMNS, WISHED_COLUMNS, SettingsRow.COLUMNS, "%s");

    /** A create with the id its settings get. */
    record NewSettings(CreateSettings command, long id) {

        UserKey user() {
            return UserKey.of(command);
        }
    }

    /** The settings of one user as they stand in the table. */
    record Stored(UserKey user, long id, OutboundSettings outbound) {}

    /** Inserts the settings whose user exists and has none, and tells whose those were. */
    Set<UserKey> insert(List<NewSettings> created, long now) throws SQLException {
        List<UserKey> users = created.stream().map(NewSettings::user).toList();
        TenantSpaces tenants = TenantSpaces.of(users, UserKey::tenantId);
        try (PreparedStatement insert = connection.prepareStatement(INSERT.formatted(tenants.condition("u")))) {
            insert.setLong(1, now);
            insert.setLong(2, now);
            bindUsers(insert, 3, users);
            Rows<NewSettings> rows = new Rows<>(insert, created);
            rows.bigint(5, NewSettings::id);
            rows.outbound(6, settings -> settings.command().outbound());
            tenants.bind(insert, 11);
            return users(insert);
        }
    }

    /**
     * Locks what is stored for these users until the transaction ends, and tells what it is. Asks for each tenant space apart, because a
     * distributed database locks rows of only one at a time.
     */
    Map<UserKey, Stored> lock(List<UserKey> users) throws SQLException {
        Map<String, List<UserKey>> byTenant =
                users.stream().collect(Collectors.groupingBy(UserKey::tenantId, TreeMap::new, Collectors.toList()));
        Map<UserKey, Stored> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            for (Map.Entry<String, List<UserKey>> tenant : byTenant.entrySet()) {
                select.setString(1, tenant.getKey());
                new Rows<>(select, tenant.getValue()).text(2, UserKey::userId);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        UserKey user = new UserKey(tenant.getKey(), row.getString(1));
                        stored.put(user, new Stored(user, row.getLong(2), SettingsRow.read(row, 3)));
                    }
                }
            }
        }
        return stored;
    }

    /** Replaces the settings that have these users and ids, and tells whose those were. */
    Set<UserKey> update(List<Stored> updated, long now) throws SQLException {
        List<UserKey> users = updated.stream().map(Stored::user).toList();
        TenantSpaces tenants = TenantSpaces.of(users, UserKey::tenantId);
        try (PreparedStatement update = connection.prepareStatement(UPDATE.formatted(tenants.condition("s")))) {
            update.setLong(1, now);
            bindUsers(update, 2, users);
            Rows<Stored> rows = new Rows<>(update, updated);
            rows.bigint(4, Stored::id);
            rows.outbound(5, Stored::outbound);
            tenants.bind(update, 10);
            return users(update);
        }
    }

    /** Takes away what is stored for these users. */
    void delete(List<UserKey> users) throws SQLException {
        TenantSpaces tenants = TenantSpaces.of(users, UserKey::tenantId);
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM agent_settings s USING unnest(?, ?) AS w (tenant_id, user_id)
                WHERE s.tenant_id = w.tenant_id AND s.user_id = w.user_id%s
                """.formatted(tenants.condition("s")))) {
            bindUsers(delete, 1, users);
            tenants.bind(delete, 3);
            delete.executeUpdate();
        }
    }

    /** Which of these users exist. */
    Set<UserKey> known(List<UserKey> users) throws SQLException {
        TenantSpaces tenants = TenantSpaces.of(users, UserKey::tenantId);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT u.tenant_id, u.user_id FROM unnest(?, ?) AS w (tenant_id, user_id)
                JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.user_id = w.user_id%s
                """.formatted(tenants.condition("u")))) {
            bindUsers(select, 1, users);
            tenants.bind(select, 3);
            return users(select);
        }
    }

    private static void bindUsers(PreparedStatement statement, int first, List<UserKey> users) throws SQLException {
        Rows<UserKey> rows = new Rows<>(statement, users);
        rows.text(first, UserKey::tenantId);
        rows.text(first + 1, UserKey::userId);
    }

    private static Set<UserKey> users(PreparedStatement statement) throws SQLException {
        Set<UserKey> users = new HashSet<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                users.add(new UserKey(row.getString(1), row.getString(2)));
            }
        }
        return users;
    }
}
