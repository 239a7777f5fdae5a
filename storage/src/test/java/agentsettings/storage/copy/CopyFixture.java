package agentsettings.storage.copy;

import agentsettings.storage.Database;
import agentsettings.storage.LogTrimmer;
import agentsettings.storage.Migrations;
import agentsettings.storage.SilentProgress;
import agentsettings.storage.postgres.EmbeddedServer;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.verify.Finding;
import agentsettings.storage.verify.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Databases of both engines to copy between, and short words to fill them and to look into them. */
abstract class CopyFixture {

    @TempDir
    private Path folder;

    private final Deque<Database> opened = new ArrayDeque<>();
    private final Map<Database, Connector> connectors = new HashMap<>();

    /** Connects to a database without the help of ours. */
    private interface Connector {
        Connection connect() throws SQLException;
    }

    @AfterEach
    void closeDatabases() {
        opened.forEach(Database::close);
    }

    /** A SQLite database with the schema, in a folder of this name. */
    final Database sqlite(String name) {
        Path path = folder.resolve(name);
        Database database = SqliteDatabase.openExclusive(new DataFolder(path));
        database.migrate();
        return opened(database, () -> DriverManager.getConnection("jdbc:sqlite:" + path.resolve("agentsettings.db")));
    }

    /** A SQLite database with the schema as it was after the migration of this version. */
    final Database sqlite(String name, String version) throws IOException {
        Path path = folder.resolve(name);
        new DataFolder(path).create();
        Path file = Files.createFile(
                path.resolve("agentsettings.db"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        migrate(Migrations.unconnected().dataSource("jdbc:sqlite:" + file, null, null), "sqlite", version);
        return opened(
                SqliteDatabase.openExclusive(new DataFolder(path)),
                () -> DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    /** A PostgreSQL database with the schema as it was after the migration of this version. */
    final Database postgres(String version) {
        PostgresServer server = EmbeddedServer.newDatabaseWithoutSchema();
        migrate(
                Migrations.unconnected().dataSource(server.url(), server.user(), server.password()),
                "postgres",
                version);
        return postgres(server);
    }

    private static void migrate(FluentConfiguration connected, String engine, String version) {
        connected
                .locations("classpath:agentsettings/storage/" + engine + "/migrations")
                .target(version)
                .load()
                .migrate();
    }

    /** What a verification finds, except that tenant spaces are missing and that changes were numbered by hand. */
    static List<String> findings(Database database) {
        Findings findings = new Findings(100);
        database.verify(findings, SilentProgress.SILENT);
        return findings.kept().stream()
                .map(Finding::toString)
                .filter(finding -> !finding.contains("tenant space does not exist"))
                .filter(finding -> !finding.contains("comes after change") && !finding.startsWith("node_lease"))
                .toList();
    }

    final Database postgres() {
        return postgres(EmbeddedServer.newDatabase());
    }

    final Database postgresWithoutSchema() {
        return postgres(EmbeddedServer.newDatabaseWithoutSchema());
    }

    private Database postgres(PostgresServer server) {
        return opened(
                new PostgresDatabase(server, 1),
                () -> DriverManager.getConnection(server.url(), server.user(), server.password()));
    }

    private Database opened(Database database, Connector connector) {
        opened.push(database);
        connectors.put(database, connector);
        return database;
    }

    static List<TableComparison> copy(Database from, Database to) {
        return new DatabaseCopy(SilentProgress.SILENT).copy(from, to);
    }

    /** Removes every change from the log that is older, as far as none before it is younger. */
    static void trim(Database database, Instant before) {
        try (LogTrimmer trimmer = database.openLogTrimmer()) {
            int removed = trimmer.trim(before);
            while (removed > 0) {
                removed = trimmer.trim(before);
            }
        }
    }

    final void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = connectors.get(database).connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows as text, their values between bars. */
    final List<String> rows(Database database, String select) throws SQLException {
        try (Connection connection = connectors.get(database).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                rows.add(text.toString());
            }
            return rows;
        }
    }

    /** How many rows all tables hold together. */
    static long rowsOfAll(Database database) {
        return database.rowCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Some rows in every table of an empty SQLite database, with values that are easily mistaken for others. */
    final void fill(Database sqlite) throws SQLException {
        execute(
                sqlite,
                "INSERT INTO database_fact VALUES ('demo', ''), ('secret_hash_key', 'f00d')",
                "INSERT INTO tenant_space VALUES ('202205116084', 1, 'Ost ß', NULL, '+49', 'warn', 7),"
                        + " ('202205119999', 9007199254740993, '', 'NO', NULL, 'off', 9007199254740993)",
                "INSERT INTO app VALUES ('on', '202205116084', 2025, 'v1:abc', 1, 0, 1, 'v1:old', 99, 3),"
                        + " ('off', '202205119999', 2023, '', 0, 7, 2, NULL, NULL, 1)",
                "INSERT INTO management_key VALUES ('abcdefgh', 'Ann Özil', 'admin', NULL, 'v1:k', 1, NULL, 3600000),"
                        + " ('00000000', 'x', 'viewer', '202205119999', '', 2, 9007199254740993, NULL)",
                "INSERT INTO allotted_number VALUES"
                        + " ('202205116084', '+4930', 'display,softphone', 'softphone', 'Zentrale ß', 5, 9007199254740993),"
                        + " ('202205116084', '#1*', 'softphone', '', '', 6, 1)",
                "INSERT INTO signing_key VALUES ('k', x'00ff27220a5c7f80', 3), ('empty', x'', 4)",
                "INSERT INTO t_aicc_pub_appcube_user VALUES"
                        + " ('202205116084', 'a', 's1', 'y1', '座席 👩🏽‍💻 O''Brien', NULL, '', ' blank ', 'ACTIVE', 5, 1024),"
                        + " ('202205116084', 'B', 's2', 'y2', 'tab' || char(9) || 'line' || char(10), '1', NULL, '\\x00', 'X', 6, 0),"
                        + " ('202205119999', 'a', 's1', 'y1', 'null', 'NULL', 'ß', 'é e' || char(769), 'ACTIVE', 7, 9007199254740993)",
                "INSERT INTO agent_settings VALUES"
                        + " ('202205116084', 'a', 1500000000000000001, NULL, NULL, '', NULL, '', 1, 8, 9, 2048, 'y1'),"
                        + " ('202205119999', 'a', 1500000000000000002, '1', '12,34', '5', '12', '5', 3, 10, 11, 3072, 'y1')",
                "INSERT INTO change_log VALUES"
                        + " (1024, 0, 8, '202205116084', 'a', NULL, NULL, 'app', 'on', 'add user', NULL, '{}'),"
                        + " (2048, 0, 10, '202205116084', 'a', 1500000000000000001, 1, 'app', 'on', 'create', NULL, '{}'),"
                        + " (3072, 0, 9, '202205119999', 'a', 1500000000000000002, 3, 'management key', 'off', 'create', NULL,"
                        + " '{\"displayNumbers\":[]}'),"
                        + " (4096, 2, 12, '202205116084', 'z', 1400000000000000000, 2, 'app', 'on', 'delete',"
                        + " '{\"callType\":\"1\"}', NULL)",
                "INSERT INTO deleted_record VALUES ('202205116084', 'z', 4096), ('202205116084', 'z', 9007199254740993)",
                "INSERT INTO change_log_start VALUES (0, 1024, 7), (9, 3081, 9)",
                "INSERT INTO idempotency_key VALUES"
                        + " ('202205116084', 'on', 'i😀', 'd', 'created', 1500000000000000001, 99),"
                        + " ('202205116084', 'on', 'j', 'd', 'unknown user', NULL, 99)",
                "INSERT INTO job VALUES"
                        + " ('202205116084', 'j1', 'import users', '{}', 'management key', 'off', 'k', 'd', 9, 1, 2, 3,"
                        + " 'done', 4, 3, 0, 1, 9, NULL, 'server', 77, 2),"
                        + " ('202205116084', 'j2', 'undo', '{}', 'management key', 'off', NULL, NULL, 0, 1, NULL, NULL,"
                        + " 'failed', 0, 0, 0, 0, 0, 'It failed.', NULL, NULL, 0)",
                "INSERT INTO job_input VALUES ('202205116084', 'j1', 0, x'00ff'), ('202205116084', 'j1', 1, x'')",
                "INSERT INTO job_fault VALUES ('202205116084', 'j1', 2, 0, NULL, 'cell-count', 'Zu wenig, é', NULL),"
                        + " ('202205116084', 'j1', 2, 1, 'userId', 'required', '', 'u1')");
    }
}
