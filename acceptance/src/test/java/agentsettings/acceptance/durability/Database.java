package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.StoredSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The database in a data folder, looked at beside the server's back.
 *
 * @param folder the data folder
 */
record Database(Path folder) {

    private static final String FILE = "agentsettings.db";

    private static final String ADD_USER = """
            INSERT INTO t_aicc_pub_appcube_user (tenant_id, user_id, sum_user_id, account, name, status, created_at)
            VALUES (?, ?, ?, ?, ?, '1', 0)
            """;
    private static final String SETTINGS = """
            SELECT user_id, id, version, TRUE, call_type, display_numbers, softphone_numbers, default_display_number,
                default_softphone_number
            FROM agent_settings WHERE tenant_id = '%s'
            """.formatted(SettingsClient.DEMO_TENANT);
    private static final String LOG = "SELECT seq, user_id, action, settings_id, %s, %s FROM change_log ORDER BY seq"
            .formatted(contentIn("before"), contentIn("after"));

    Path file() {
        return folder.resolve(FILE);
    }

    /** Adds users, whose accounts are spelt as their ids, while no server runs. */
    List<UserHistory> seedUsers(int count) throws SQLException {
        List<UserHistory> users = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(ADD_USER)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                UserHistory user = seededUser(i);
                String userId = user.userId();
                insert.setString(1, SettingsClient.DEMO_TENANT);
                insert.setString(2, userId);
                insert.setString(3, "sum-" + userId);
                insert.setString(4, userId);
                insert.setString(5, userId);
                insert.executeUpdate();
                users.add(user);
            }
            connection.commit();
        }
        return users;
    }

    /** A user among those that were seeded, by its index. */
    static UserHistory seededUser(int index) {
        return new UserHistory(String.format(Locale.ROOT, "seeded-%05d", index));
    }

    /** Reads everything in one transaction. */
    Snapshot read() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            return new Snapshot(integrity(statement), settings(statement), log(statement));
        }
    }

    /** Changes a database that no server uses. */
    void tamper(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Copies it into a new folder. */
    Database copyTo(Path newFolder) throws SQLException {
        Database copy = new Database(newFolder);
        tamper("VACUUM INTO '" + copy.file() + "'");
        return copy;
    }

    /** Returns the first column of the first row. */
    long count(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        if (!Files.exists(file())) {
            throw new SQLException("there is no database " + file());
        }
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private static String integrity(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return String.join("; ", lines);
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
                        0,
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getLong(4),
                        content(rows, 5),
                        content(rows, 11)));
            }
        }
        return log;
    }

    /** The six columns from {@code first} on: whether there is any content, and its parts. */
    static Content content(ResultSet rows, int first) throws SQLException {
        if (!rows.getBoolean(first)) {
            return null;
        }
        return new Content(
                rows.getString(first + 1),
                rows.getString(first + 2),
                rows.getString(first + 3),
                rows.getString(first + 4),
                rows.getString(first + 5));
    }

    private static String contentIn(String json) {
        String list = "replace(trim(%s -> '$.%s', '[\"]'), '\",\"', ',')";
        return String.join(
                ", ",
                json + " IS NOT NULL",
                json + " ->> '$.callType'",
                list.formatted(json, "displayNumbers"),
                list.formatted(json, "softphoneNumbers"),
                json + " ->> '$.defaultDisplayNumber'",
                json + " ->> '$.defaultSoftphoneNumber'");
    }
}
