package agentsettings.bench.load;

import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rows of a database before the load, written directly into its tables.
 *
 * @param users number of users
 * @param settings number of users with settings, the first ones
 */
public record Seeds(long users, long settings) {

    private static final String USERS = """
            INSERT INTO t_aicc_pub_appcube_user (tenant_id, user_id, sum_user_id, account, name, status, created_at)
            SELECT '%s', %s, %s, 'bench' || n, 'bench', '1', 0 FROM %s
            """;
    private static final String SETTINGS = """
            INSERT INTO agent_settings (tenant_id, user_id, id, call_type, display_numbers, softphone_numbers,
                default_display_number, default_softphone_number, version, created_at, updated_at)
            SELECT '%s', %s, 1500000000000000000 + n, '1', '12323,232232,12323,12323', '12323,232343,233,232343',
                '1212121212', '23232323', 1, 0, 0 FROM %s
            """;
    private static final String HAS_ACCOUNTS =
            "SELECT 1 FROM pragma_table_info('agent_settings') WHERE name = 'account'";
    private static final String ACCOUNTS = """
            UPDATE agent_settings SET account = u.account FROM t_aicc_pub_appcube_user u
            WHERE u.tenant_id = agent_settings.tenant_id AND u.user_id = agent_settings.user_id
            """;

    /** Without it, a demo is not served on a database that holds something. */
    private static final String DEMO_MARK =
            "INSERT INTO database_fact (name, value) VALUES ('demo', '') ON CONFLICT DO NOTHING";

    private static final String SQLITE_FILE = "agentsettings.db";
    private static final String SQLITE_USER = "printf('10gg%016d', n)";
    private static final String POSTGRES_USER = "'10gg' || lpad(n::text, 16, '0')";

    /** Creates and fills the embedded database in the folder. */
    public void createEmbedded(Path folder) throws SQLException {
        try (SqliteDatabase database = SqliteDatabase.openExclusive(new DataFolder(folder))) {
            database.migrate();
        }
        fillEmbedded(folder);
    }

    /** Fills the tables of the embedded database in the folder, which must not be open elsewhere. */
    public void fillEmbedded(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SQLITE_FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute(DEMO_MARK);
            statement.execute(
                    USERS.formatted(Samples.TENANT, SQLITE_USER, "printf('16%017d', n)", sqliteNumbers(users)));
            statement.execute(SETTINGS.formatted(Samples.TENANT, SQLITE_USER, sqliteNumbers(settings)));
            addAccounts(statement);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Adds the accounts that only SQLite's table of settings has, if its schema has them. */
    private static void addAccounts(Statement statement) throws SQLException {
        boolean possible;
        try (ResultSet column = statement.executeQuery(HAS_ACCOUNTS)) {
            possible = column.next();
        }
        if (possible) {
            statement.execute(ACCOUNTS);
        }
    }

    private static String sqliteNumbers(long count) {
        return "(WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < " + count
                + ") SELECT n FROM numbers)";
    }

    /** Creates and fills the tables of an empty PostgreSQL database. */
    public void createPostgres(String url, String user) throws SQLException {
        try (PostgresDatabase database = new PostgresDatabase(new PostgresServer(url, user, ""), 1)) {
            database.migrate();
        }
        fillPostgres(url, user);
    }

    /** Fills the tables of a PostgreSQL database. */
    public void fillPostgres(String url, String user) throws SQLException {
        fillPeer(url, user);
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(DEMO_MARK);
        }
    }

    /** Fills the two tables that the database of a peer has too. */
    public void fillPeer(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(USERS.formatted(
                    Samples.TENANT, POSTGRES_USER, "'16' || lpad(n::text, 17, '0')", postgresNumbers(users)));
            statement.execute(SETTINGS.formatted(Samples.TENANT, POSTGRES_USER, postgresNumbers(settings)));
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static String postgresNumbers(long count) {
        return "generate_series(0, " + (count - 1) + ") AS n";
    }
}
