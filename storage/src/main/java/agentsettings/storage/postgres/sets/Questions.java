package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.storage.jdbc.SettingsRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers questions together. */
public final class Questions {

    private static final String SELECT = """
            SELECT u.tenant_id, u.%s, u.user_id, u.account, s.id, s.version, s.created_at, %s
            FROM unnest(?, ?) AS w (tenant_id, user_id)
            JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.%s = w.user_id%s
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            """;
    private static final String BY_USER_ID = SELECT.formatted("user_id", SettingsRow.COLUMNS, "user_id", "%s");
    private static final String BY_SUM_USER_ID =
            SELECT.formatted("sum_user_id", SettingsRow.COLUMNS, "sum_user_id", "%s");

    /** The answers, by question. */
    public static Map<FindSettings, FindSettings.Outcome> answer(Connection connection, List<FindSettings> questions)
            throws SQLException {
        List<FindSettings> asked = questions.stream().distinct().toList();
        Map<FindSettings, FindSettings.Outcome> outcomes = new HashMap<>();
        find(connection, BY_USER_ID, asked, outcomes);
        List<FindSettings> missing = asked.stream()
                .filter(question -> !outcomes.containsKey(question))
                .toList();
        if (!missing.isEmpty()) {
            find(connection, BY_SUM_USER_ID, missing, outcomes);
        }
        missing.forEach(question -> outcomes.putIfAbsent(question, new FindSettings.UnknownUser()));
        return outcomes;
    }

    private static void find(
            Connection connection,
            String sql,
            List<FindSettings> asked,
            Map<FindSettings, FindSettings.Outcome> outcomes)
            throws SQLException {
        TenantSpaces tenants = TenantSpaces.of(asked, FindSettings::tenantId);
        try (PreparedStatement select = connection.prepareStatement(sql.formatted(tenants.condition("u")))) {
            Rows<FindSettings> rows = new Rows<>(select, asked);
            rows.text(1, FindSettings::tenantId);
            rows.text(2, FindSettings::user);
            tenants.bind(select, 3);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    outcomes.put(new FindSettings(row.getString(1), row.getString(2)), outcome(row));
                }
            }
        }
    }

    private static FindSettings.Outcome outcome(ResultSet row) throws SQLException {
        long id = row.getLong(5);
        if (row.wasNull()) {
            return new FindSettings.NoSettings();
        }
        return new FindSettings.Found(new AgentSettings(
                id,
                row.getString(3),
                row.getString(4),
                SettingsRow.read(row, 8),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7))));
    }

    private Questions() {}
}
