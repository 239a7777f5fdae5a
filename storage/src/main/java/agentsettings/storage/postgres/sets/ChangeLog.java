package agentsettings.storage.postgres.sets;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.jdbc.SettingsJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes who changed what, in the changes' own transaction. */
public final class ChangeLog {

    /**
     * Appends the changes in their order.
     *
     * @param lastSeq the node's last number; they get the next ones
     */
    public static void append(Connection connection, List<Change> changes, int node, long lastSeq, long now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO change_log (node, at, seq, tenant_id, user_id, settings_id, actor, action, before, after)
                SELECT ?, ?, ? + c.place, c.tenant_id, c.user_id, c.settings_id, c.actor, c.action, c.before, c.after
                FROM unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS c (tenant_id, user_id, settings_id, actor, action, before, after, place)
                """)) {
            insert.setInt(1, node);
            insert.setLong(2, now);
            insert.setLong(3, lastSeq);
            Rows<Change> rows = new Rows<>(insert, changes);
            rows.text(4, change -> change.caller().tenantId());
            rows.text(5, Change::userId);
            rows.bigintOrNull(6, Change::settingsId);
            rows.text(7, change -> change.caller().appKey());
            rows.text(8, change -> change.action().words());
            rows.text(9, change -> json(change.before()));
            rows.text(10, change -> json(change.after()));
            insert.executeUpdate();
        }
    }

    private static String json(OutboundSettings outbound) {
        return outbound == null ? null : SettingsJson.of(outbound);
    }

    private ChangeLog() {}
}
