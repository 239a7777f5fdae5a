package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.rows.SettingsRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the settings of one tenant space, many users at once and each at most once. Rows are locked in the order of users, so that
 * two transactions don't wait for each other. Used by one thread, within a transaction.
 */
record SettingsTable(Connection connection, String tenantId) {

    private static final String WISHED_COLUMNS = "w." + SettingsRow.COLUMNS.replace(", ", ", w.");

    /** A create with the id its settings get. */
    record NewSettings(CreateSettings command, long id) {}

    /** The settings of one user as they stand in the table. */
    record Stored(String userId, long id, OutboundSettings outbound) {}

    /** Inserts the settings whose user exists and has none, and tells whose those were. */
    Set<String> insert(List<NewSettings> created, long now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("""
                INSERT INTO agent_settings (tenant_id, user_id, id, version, created_at, updated_at, %s)
                SELECT u.tenant_id, u.user_id, w.id, 1, ?, ?, %s
                FROM unnest(?, ?, ?, ?, ?, ?, ?) AS w (user_id, id, %s)
                JOIN t_aicc_pub_appcube_user u ON u.tenant_id = ? AND u.user_id = w.user_id
                ORDER BY u.user_id
                ON CONFLICT DO NOTHING
                RETURNING user_id
                """.formatted(SettingsRow.COLUMNS, WISHED_COLUMNS, SettingsRow.COLUMNS))) {
            insert.setLong(1, now);
            insert.setLong(2, now);
            Rows<NewSettings> rows = new Rows<>(insert, created);
            rows.text(3, settings -> settings.command().userId());
            rows.bigint(4, NewSettings::id);
            rows.outbound(5, settings -> settings.command().outbound());
            insert.setString(10, tenantId);
            return users(insert);
        }
    }

    /** Locks what is stored for these users until the transaction ends, and tells what it is. */
    Map<String, Stored> lock(List<String> users) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT user_id, id, %s FROM agent_settings WHERE tenant_id = ? AND user_id = ANY (?)
                ORDER BY user_id FOR UPDATE
                """.formatted(SettingsRow.COLUMNS))) {
            select.setString(1, tenantId);
            new Rows<>(select, users).text(2, user -> user);
            Map<String, Stored> stored = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String userId = row.getString(1);
                    stored.put(userId, new Stored(userId, row.getLong(2), SettingsRow.read(row, 3)));
                }
            }
            return stored;
        }
    }

    /** Replaces the settings that have these users and ids, and tells whose those were. */
    Set<String> update(List<Stored> updated, long now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("""
                UPDATE agent_settings s SET version = s.version + 1, updated_at = ?, (%s) = ROW (%s)
                FROM unnest(?, ?, ?, ?, ?, ?, ?) AS w (user_id, id, %s)
                WHERE s.tenant_id = ? AND s.user_id = w.user_id AND s.id = w.id
                RETURNING s.user_id
                """.formatted(SettingsRow.COLUMNS, WISHED_COLUMNS, SettingsRow.COLUMNS))) {
            update.setLong(1, now);
            Rows<Stored> rows = new Rows<>(update, updated);
            rows.text(2, Stored::userId);
            rows.bigint(3, Stored::id);
            rows.outbound(4, Stored::outbound);
            update.setString(9, tenantId);
            return users(update);
        }
    }

    /** Takes away what is stored for these users. */
    void delete(List<String> users) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM agent_settings WHERE tenant_id = ? AND user_id = ANY (?)")) {
            delete.setString(1, tenantId);
            new Rows<>(delete, users).text(2, user -> user);
            delete.executeUpdate();
        }
    }

    /** Which of these users the tenant space has. */
    Set<String> known(List<String> users) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT user_id FROM t_aicc_pub_appcube_user WHERE tenant_id = ? AND user_id = ANY (?)")) {
            select.setString(1, tenantId);
            new Rows<>(select, users).text(2, user -> user);
            return users(select);
        }
    }

    private static Set<String> users(PreparedStatement statement) throws SQLException {
        Set<String> users = new HashSet<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                users.add(row.getString(1));
            }
        }
        return users;
    }
}
