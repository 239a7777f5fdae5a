package agentsettings.acceptance.house;

import agentsettings.acceptance.GoldenFile;
import agentsettings.acceptance.PostgresForTests;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole route table and the whole schema as text: neither changes without a change to its golden file. */
final class GoldenFilesTest {

    /** A line for each column, then one for each index. */
    private static final String POSTGRES_SCHEMA = """
            SELECT line FROM (
                SELECT c.relname, 1 AS part, a.attnum::text AS place,
                    format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                        CASE WHEN a.attcollation = '"C"'::regcollation THEN ' COLLATE "C"' ELSE '' END,
                        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END) AS line
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                UNION ALL
                SELECT tablename, 2, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public') AS lines
            WHERE relname <> 'flyway_schema_history' ORDER BY relname, part, lpad(place, 64)
            """;

    @TempDir
    private Path folder;

    @Test
    void theRoutes() throws IOException {
        try (AgentSettingsServer server = start()) {
            GoldenFile.compare("routes.txt", server.routes().toString(), getClass());
        }
    }

    @Test
    void theSchema() throws IOException, SQLException {
        start().close();
        StringBuilder schema = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("agentsettings.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                        + " AND tbl_name <> 'flyway_schema_history' ORDER BY tbl_name, type DESC, name")) {
            while (rows.next()) {
                schema.append(rows.getString(1)).append(";\n\n");
            }
        }
        GoldenFile.compare("schema-sqlite.sql", schema.toString(), getClass());
    }

    @Test
    void theSchemaOnPostgres() throws IOException, SQLException {
        PostgresForTests database = PostgresForTests.withNewDatabase(folder);
        start(new ConfigReader().file(database.config())).close();
        StringBuilder schema = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(POSTGRES_SCHEMA)) {
            while (rows.next()) {
                schema.append(rows.getString(1)).append('\n');
            }
        }
        GoldenFile.compare("schema-postgres.txt", schema.toString(), getClass());
    }

    private AgentSettingsServer start() {
        return start(new ConfigReader());
    }

    private AgentSettingsServer start(ConfigReader config) {
        config.option("--data", "storage.data", folder).option("--port", "http.port", 0);
        return AgentSettingsServer.start(config.read(), false, InstantSource.system());
    }
}
