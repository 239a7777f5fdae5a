package agentsettings.storage.postgres.batch;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.postgres.statements.ArrayParameters;
import agentsettings.storage.postgres.statements.TenantFilter;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.StoredColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Executes queries together. */
public final class QueryBatch {

    private static final String SELECT = """
            SELECT u.tenant_id, u.%s, u.user_id, u.account, %s
            FROM unnest(?, ?) AS w (tenant_id, user_id)
            JOIN t_aicc_pub_appcube_user u ON u.tenant_id = w.tenant_id AND u.%s = w.user_id%s
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            """;
    private static final String COLUMNS = StoredColumns.names(StoredColumns.QUERIED, "s.");
    private static final String BY_USER_ID = SELECT.formatted("user_id", COLUMNS, "user_id", "%s");
    private static final String BY_SUM_USER_ID = SELECT.formatted("sum_user_id", COLUMNS, "sum_user_id", "%s");

    /** The outcome of each query. */
    public static Map<FindSettings, FindSettings.Outcome> execute(Connection connection, List<FindSettings> queries)
            throws SQLException {
        List<FindSettings> distinct = queries.stream().distinct().toList();
        Map<FindSettings, FindSettings.Outcome> outcomes = new HashMap<>();
        find(connection, BY_USER_ID, distinct, outcomes);
        List<FindSettings> missing =
                distinct.stream().filter(query -> !outcomes.containsKey(query)).toList();
        if (!missing.isEmpty()) {
            find(connection, BY_SUM_USER_ID, missing, outcomes);
        }
        missing.forEach(query -> outcomes.putIfAbsent(query, new FindSettings.UnknownUser()));
        return outcomes;
    }

    private static void find(
            Connection connection,
            String sql,
            List<FindSettings> queries,
            Map<FindSettings, FindSettings.Outcome> outcomes)
            throws SQLException {
        TenantFilter tenant = TenantFilter.of(queries, FindSettings::tenantId);
        try (PreparedStatement select = connection.prepareStatement(sql.formatted(tenant.condition("u")))) {
            ArrayParameters.bindTexts(select, 1, queries, FindSettings::tenantId);
            ArrayParameters.bindTexts(select, 2, queries, FindSettings::user);
            tenant.bind(select, 3);
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
        StoredSettings stored = SettingsRow.readQueried(row, 5);
        return new FindSettings.Found(new AgentSettings(
                id, row.getString(3), row.getString(4), stored.outbound(), stored.version(), stored.createdAt()));
    }

    private QueryBatch() {}
}
