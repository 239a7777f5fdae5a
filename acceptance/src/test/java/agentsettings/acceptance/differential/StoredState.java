package agentsettings.acceptance.differential;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a database holds when nobody writes any more, with symbols for what the engine generated.
 *
 * @param rows users, settings and idempotency keys, each as one line
 * @param changes the change log of each user, in the order of time
 */
record StoredState(SortedSet<String> rows, Map<String, List<LoggedChange>> changes) {

    private static final int DIFFERENCES_MAX = 20;
    private static final List<String> ROWS = List.of(
            """
            SELECT 'user', tenant_id, user_id, sum_user_id, account, name, phone, email, description, status
            FROM t_aicc_pub_appcube_user
            """, """
            SELECT 'settings', tenant_id, user_id, id, call_type, display_numbers, softphone_numbers,
                default_display_number, default_softphone_number, version,
                CASE WHEN updated_at < created_at THEN 'updated before the create' ELSE 'in order' END
            FROM agent_settings
            """, "SELECT 'key', tenant_id, app_key, idempotency_key, outcome, settings_id FROM idempotency_key");
    private static final Pattern SUM_USER_ID = Pattern.compile("\"sumUserId\":\"([^\"]*)\"");
    private static final String CHANGES =
            "SELECT tenant_id, user_id, at, action, actor_kind, actor, settings_id, settings_version, before, after"
                    + " FROM change_log ORDER BY at, seq";

    /** Reads all tables; the symbols are those of all clients, by value. */
    static StoredState read(Engine.Database database, Map<String, String> symbols) throws SQLException {
        StoredState state = new StoredState(new TreeSet<>(), new TreeMap<>());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : ROWS) {
                state.readRows(statement, table, symbols);
            }
            state.readChanges(statement, symbols);
        }
        return state;
    }

    /** Returns how the other state differs, with at most twenty of the differences; empty when it doesn't. */
    List<String> differences(StoredState other) {
        List<String> differences = new ArrayList<>();
        rows.stream().filter(row -> !other.rows.contains(row)).forEach(row -> differences.add("missing: " + row));
        other.rows.stream().filter(row -> !rows.contains(row)).forEach(row -> differences.add("unexpected: " + row));
        SortedSet<String> users = new TreeSet<>(changes.keySet());
        users.addAll(other.changes.keySet());
        for (String user : users) {
            LoggedChange.difference(changes.getOrDefault(user, List.of()), other.changes.getOrDefault(user, List.of()))
                    .ifPresent(difference -> differences.add("change log of " + user + ": " + difference));
        }
        return differences.stream().limit(DIFFERENCES_MAX).toList();
    }

    private void readRows(Statement statement, String table, Map<String, String> symbols) throws SQLException {
        try (ResultSet row = statement.executeQuery(table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                rows.add(line(row, 1, columns, symbols));
            }
        }
    }

    private void readChanges(Statement statement, Map<String, String> symbols) throws SQLException {
        try (ResultSet row = statement.executeQuery(CHANGES)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                changes.computeIfAbsent(line(row, 1, 2, symbols), user -> new ArrayList<>())
                        .add(new LoggedChange(row.getLong(3), line(row, 4, columns, symbols)));
            }
        }
    }

    private static String line(ResultSet row, int first, int last, Map<String, String> symbols) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = first; column <= last; column++) {
            String value = row.getString(column);
            values.add(value == null ? "null" : "'" + symbolic(value, symbols) + "'");
        }
        return String.join(" ", values);
    }

    /** Replaces a value that the engine generated: the whole text, or the SUM_USER_ID in a user's JSON. */
    private static String symbolic(String value, Map<String, String> symbols) {
        return SUM_USER_ID
                .matcher(symbols.getOrDefault(value, value))
                .replaceFirst(id -> Matcher.quoteReplacement(
                        "\"sumUserId\":\"" + symbols.getOrDefault(id.group(1), id.group(1)) + "\""));
    }
}
