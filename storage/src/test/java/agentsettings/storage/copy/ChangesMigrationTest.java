package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Database;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A change log from before changes named the one before them gets these links, versions and kinds of actors by its migration. */
final class ChangesMigrationTest extends CopyFixture {

    private static final String USERS = """
            INSERT INTO t_aicc_pub_appcube_user VALUES
                ('202205116084', 'a', 's1', 'y11', 'Ann "O"', NULL, '', NULL, '1', 5),
                ('202205116084', 'b', 's2', 'y22', 'Bo', '1', NULL, NULL, '2', 6)
            """;

    /** One record that was updated and deleted, its successor that was updated, and a second user's. */
    private static final String CHANGES = """
                (%s1, 1, '202205116084', 'a', NULL, 'on', 'add user', NULL, NULL),
                (%s2, 2, '202205116084', 'a', 70, 'on', 'create', NULL, '{}'),
                (%s3, 3, '202205116084', 'b', NULL, 'command line', 'add user', NULL, NULL),
                (%s4, 4, '202205116084', 'a', 70, 'on', 'update', '{}', '{}'),
                (%s5, 5, '202205116084', 'b', 71, 'on', 'create', NULL, '{}'),
                (%s6, 6, '202205116084', 'a', 70, 'on', 'delete', '{}', NULL),
                (%s7, 7, '202205116084', 'a', 72, 'on', 'create', NULL, '{}'),
                (%s8, 8, '202205116084', 'a', 72, 'on', 'update', '{}', '{}')
            """;

    private static final String SETTINGS = """
            INSERT INTO agent_settings (tenant_id, user_id, id, version, created_at, updated_at) VALUES
                ('202205116084', 'a', 72, 2, 7, 8), ('202205116084', 'b', 71, 1, 5, 5)
            """;

    @Test
    void changesAreLinkedInSqlite() throws SQLException, IOException {
        Database database = sqlite("old", "2");
        execute(database, USERS, "INSERT INTO change_log VALUES " + CHANGES.replace("%s", ""), SETTINGS);
        assertLinked(database);
        assertThat(rows(database, "SELECT number, previous FROM change_log WHERE user_id = 'a' ORDER BY number"))
                .containsExactly("1024|0", "2048|0", "4096|2048", "6144|4096", "7168|0", "8192|7168");
    }

    @Test
    void changesAreLinkedInPostgres() throws SQLException {
        Database database = postgres("2");
        execute(
                database,
                USERS,
                "INSERT INTO change_log (seq, at, tenant_id, user_id, settings_id, actor, action, before, after, node)"
                        + " SELECT w.*, w.column1 % 2 FROM (VALUES " + CHANGES.replace("%s", "") + ") AS w",
                SETTINGS);
        assertLinked(database);
    }

    private void assertLinked(Database database) throws SQLException {
        database.migrate();
        assertThat(findings(database)).isEmpty();
        assertThat(rows(database, "SELECT seq, settings_version, actor_kind FROM change_log ORDER BY seq"))
                .containsExactly(
                        "1|null|app",
                        "2|1|app",
                        "3|null|command line",
                        "4|2|app",
                        "5|1|app",
                        "6|3|app",
                        "7|1|app",
                        "8|2|app");
        assertThat(rows(database, "SELECT replace(after, ' : ', ':') FROM change_log WHERE seq = 3"))
                .first()
                .asString()
                .contains("\"sumUserId\":\"s2\"", "\"phone\":\"1\"", "\"email\":null", "\"status\":\"2\"");
    }
}
