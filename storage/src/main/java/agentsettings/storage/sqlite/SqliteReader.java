package agentsettings.storage.sqlite;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.storage.rows.SettingsRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Looks settings up over a connection of its own, beside the writer. Used by one thread at a time. */
final class SqliteReader implements AutoCloseable {

    private static final String SELECT = """
            SELECT u.user_id, u.account, s.id, s.version, s.created_at, %s
            FROM t_aicc_pub_appcube_user u
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            WHERE u.tenant_id = ? AND u.%s = ?
            """;

    private final Connection connection;
    private final PreparedStatement byUserId;
    private final PreparedStatement bySumUserId;

    /** Takes the connection over. */
    SqliteReader(Connection connection) throws SQLException {
        this.connection = connection;
        byUserId = connection.prepareStatement(SELECT.formatted(SettingsRow.COLUMNS, "user_id"));
        bySumUserId = connection.prepareStatement(SELECT.formatted(SettingsRow.COLUMNS, "sum_user_id"));
    }

    FindSettings.Outcome find(FindSettings question) throws SQLException {
        FindSettings.Outcome outcome = find(byUserId, question);
        return outcome instanceof FindSettings.UnknownUser ? find(bySumUserId, question) : outcome;
    }

    private static FindSettings.Outcome find(PreparedStatement select, FindSettings question) throws SQLException {
        select.setString(1, question.tenantId());
        select.setString(2, question.user());
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new FindSettings.UnknownUser();
            }
            long id = row.getLong(3);
            return row.wasNull() ? new FindSettings.NoSettings() : new FindSettings.Found(settings(id, row));
        }
    }

    private static AgentSettings settings(long id, ResultSet row) throws SQLException {
        return new AgentSettings(
                id,
                row.getString(1),
                row.getString(2),
                SettingsRow.read(row, 6),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
