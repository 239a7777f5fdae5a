package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.storage.rows.SettingsRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers questions, those of one tenant space together. */
public final class Questions {

    private static final String SELECT = """
            SELECT u.%s, u.user_id, u.account, s.id, s.version, s.created_at, %s
            FROM t_aicc_pub_appcube_user u
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            WHERE u.tenant_id = ? AND u.%s = ANY (?)
            """;
    private static final String BY_USER_ID = SELECT.formatted("user_id", SettingsRow.COLUMNS, "user_id");
    private static final String BY_SUM_USER_ID = SELECT.formatted("sum_user_id", SettingsRow.COLUMNS, "sum_user_id");

    /** The answers, by question. */
    public static Map<FindSettings, FindSettings.Outcome> answer(Connection connection, List<FindSettings> questions)
            throws SQLException {
        Map<FindSettings, FindSettings.Outcome> outcomes = new HashMap<>();
        Map<String, List<String>> users = questions.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        FindSettings::tenantId, Collectors.mapping(FindSettings::user, Collectors.toList())));
        for (Map.Entry<String, List<String>> tenant : users.entrySet()) {
            String tenantId = tenant.getKey();
            find(connection, BY_USER_ID, tenantId, tenant.getValue(), outcomes);
            List<String> missing = tenant.getValue().stream()
                    .filter(user -> !outcomes.containsKey(new FindSettings(tenantId, user)))
                    .toList();
            if (!missing.isEmpty()) {
                find(connection, BY_SUM_USER_ID, tenantId, missing, outcomes);
            }
        }
        questions.forEach(question -> outcomes.putIfAbsent(question, new FindSettings.UnknownUser()));
        return outcomes;
    }

    private static void find(
            Connection connection,
            String sql,
            String tenantId,
            List<String> users,
            Map<FindSettings, FindSettings.Outcome> outcomes)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenantId);
            new Rows<>(select, users).text(2, user -> user);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    outcomes.put(new FindSettings(tenantId, row.getString(1)), outcome(row));
                }
            }
        }
    }

    private static FindSettings.Outcome outcome(ResultSet row) throws SQLException {
        long id = row.getLong(4);
        if (row.wasNull()) {
            return new FindSettings.NoSettings();
        }
        return new FindSettings.Found(new AgentSettings(
                id,
                row.getString(2),
                row.getString(3),
                SettingsRow.read(row, 7),
                row.getLong(5),
                Instant.ofEpochMilli(row.getLong(6))));
    }

    private Questions() {}
}
