package agentsettings.storage.sqlite;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.jdbc.SettingsJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/** Writes who changed what, in the change's own transaction. Used by one thread. */
final class ChangeLog implements AutoCloseable {

    private final PreparedStatement insert;

    ChangeLog(Connection connection) throws SQLException {
        insert = connection.prepareStatement("""
                INSERT INTO change_log (at, tenant_id, user_id, settings_id, actor, action, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """);
    }

    /** The id made last, which is the greatest; 0 before the first. */
    static long lastId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT settings_id FROM change_log WHERE action = 'create' ORDER BY seq DESC LIMIT 1")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void append(Change change, long now) throws SQLException {
        insert.setLong(1, now);
        insert.setString(2, change.caller().tenantId());
        insert.setString(3, change.userId());
        if (change.settingsId() == null) {
            insert.setNull(4, Types.INTEGER);
        } else {
            insert.setLong(4, change.settingsId());
        }
        insert.setString(5, change.caller().appKey());
        insert.setString(6, change.action().words());
        insert.setString(7, json(change.before()));
        insert.setString(8, json(change.after()));
        insert.executeUpdate();
    }

    private static String json(OutboundSettings outbound) {
        return outbound == null ? null : SettingsJson.of(outbound);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
