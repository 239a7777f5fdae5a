package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Database;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A database that got the demo's app before demos were marked is marked by its migration; no other is. */
final class DemoMigrationTest extends CopyFixture {

    @Test
    void anOldDemoIsMarkedAndAnAppOfThatNameAloneIsNot() throws SQLException {
        for (Database database : new Database[] {sqlite("demo"), postgres()}) {
            migrateAgainWith(database, "'demo-app', '202205116084', 2023");
            assertThat(rows(database, "SELECT name, value FROM database_fact")).containsExactly("demo|");
        }
        for (Database database : new Database[] {sqlite("real"), postgres()}) {
            migrateAgainWith(database, "'demo-app', '202205116084', 2025");
            assertThat(rows(database, "SELECT name FROM database_fact")).isEmpty();
        }
    }

    /** Takes the database back to before it had facts, adds an app, and migrates. */
    private void migrateAgainWith(Database database, String app) throws SQLException {
        execute(
                database,
                "DROP TABLE database_fact",
                "DELETE FROM flyway_schema_history WHERE version = '2'",
                "INSERT INTO tenant_space VALUES ('202205116084', 1)",
                "INSERT INTO app VALUES (" + app + ", 'hash', true, 0, 1)");
        database.migrate();
    }
}
