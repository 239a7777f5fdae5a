package agentsettings.storage.sqlite;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.SettingsRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Writes the settings. Used by one thread, within a transaction. */
final class SettingsTable implements AutoCloseable {

    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement delete;

    SettingsTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement("""
                INSERT INTO agent_settings (tenant_id, user_id, id, version, created_at, updated_at, %s)
                SELECT tenant_id, user_id, ?1, 1, ?2, ?2, ?3, ?4, ?5, ?6, ?7
                FROM t_aicc_pub_appcube_user WHERE tenant_id = ?8 AND user_id = ?9
                ON CONFLICT DO NOTHING
                """.formatted(SettingsRow.COLUMNS));
        select = connection.prepareStatement(
                "SELECT concat_ws(char(31), id, %s) FROM agent_settings WHERE tenant_id = ? AND user_id = ?"
                        .formatted(PackedSettings.ARGUMENTS));
        update = connection.prepareStatement("""
                UPDATE agent_settings
                SET version = version + 1, updated_at = ?, (%s) = (?, ?, ?, ?, ?)
                WHERE tenant_id = ? AND user_id = ?
                """.formatted(SettingsRow.COLUMNS));
        delete = connection.prepareStatement("DELETE FROM agent_settings WHERE tenant_id = ? AND user_id = ?");
    }

    /** The settings of one user as they stand in the table. */
    record Stored(long id, OutboundSettings outbound) {}

    /** Inserts the settings if there is such a user and it has none; false otherwise. */
    boolean insert(CreateSettings command, long id, long now) throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, now);
        SettingsRow.bind(insert, 3, command.outbound());
        insert.setString(8, command.caller().tenantId());
        insert.setString(9, command.userId());
        return insert.executeUpdate() == 1;
    }

    Optional<Stored> find(String tenantId, String userId) throws SQLException {
        select.setString(1, tenantId);
        select.setString(2, userId);
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(stored(row.getString(1).split(PackedSettings.SEPARATOR, -1)))
                    : Optional.empty();
        }
    }

    private static Stored stored(String[] parts) {
        return new Stored(Long.parseLong(parts[0]), PackedSettings.read(parts, 1));
    }

    void update(String tenantId, String userId, OutboundSettings outbound, long now) throws SQLException {
        update.setLong(1, now);
        SettingsRow.bind(update, 2, outbound);
        update.setString(7, tenantId);
        update.setString(8, userId);
        update.executeUpdate();
    }

    void delete(String tenantId, String userId) throws SQLException {
        delete.setString(1, tenantId);
        delete.setString(2, userId);
        delete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        select.close();
        update.close();
        delete.close();
    }
}
