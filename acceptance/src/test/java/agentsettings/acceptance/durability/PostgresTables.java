package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.StoredSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A database on PostgreSQL, looked at beside its servers' backs. */
record PostgresTables(Connection connection) {

    private static final String ADD_USERS = """
            INSERT INTO t_aicc_pub_appcube_user (tenant_id, user_id, sum_user_id, account, name, status, created_at)
            SELECT ?, id, 'sum-' || id, id, id, '1', 0
            FROM (SELECT ? || to_char(i, 'FM00000') AS id FROM generate_series(0, ? - 1) AS i) AS ids
            """;
    private static final String SETTINGS = """
            SELECT user_id, id, version, TRUE, call_type, display_numbers, softphone_numbers, default_display_number,
                default_softphone_number
            FROM agent_settings WHERE tenant_id = '%s'
            """.formatted(SettingsClient.DEMO_TENANT);
    private static final String LOG =
            "SELECT node, seq, user_id, action, settings_id, %s, %s FROM change_log ORDER BY at, node, seq"
                    .formatted(contentIn("before"), contentIn("after"));

    /** Adds users, whose accounts are spelt as their ids, beside running servers. */
    List<UserHistory> seedUsers(String prefix, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_USERS)) {
            insert.setString(1, SettingsClient.DEMO_TENANT);
            insert.setString(2, prefix);
            insert.setInt(3, count);
            insert.executeUpdate();
        }
        List<UserHistory> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            users.add(new UserHistory(String.format(Locale.ROOT, "%s%05d", prefix, i)));
        }
        return users;
    }

    /** Reads everything; nobody must be writing. */
    Snapshot read() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Snapshot("ok", settings(statement), log(statement));
        }
    }

    private static Map<String, StoredSettings> settings(Statement statement) throws SQLException {
        Map<String, StoredSettings> settings = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                settings.put(rows.getString(1), new StoredSettings(rows.getLong(2), content(rows, 4), rows.getLong(3)));
            }
        }
        return settings;
    }

    private static List<LogRow> log(Statement statement) throws SQLException {
        List<LogRow> log = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(LOG)) {
            while (rows.next()) {
                log.add(new LogRow(
                        rows.getInt(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        content(rows, 6),
                        content(rows, 12)));
            }
        }
        return log;
    }

    private static Content content(ResultSet rows, int first) throws SQLException {
        return Database.content(rows, first);
    }

    private static String contentIn(String json) {
        String list = "(SELECT coalesce(string_agg(n, ',' ORDER BY i), '')"
                + " FROM jsonb_array_elements_text(%1$s::jsonb -> '%2$s') WITH ORDINALITY AS e (n, i)"
                + " HAVING %1$s::jsonb -> '%2$s' IS NOT NULL)";
        return String.join(
                ", ",
                json + " IS NOT NULL",
                json + "::jsonb ->> 'callType'",
                list.formatted(json, "displayNumbers"),
                list.formatted(json, "softphoneNumbers"),
                json + "::jsonb ->> 'defaultDisplayNumber'",
                json + "::jsonb ->> 'defaultSoftphoneNumber'");
    }
}
