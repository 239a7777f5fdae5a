package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Database;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A database that got the demo's app before demos were marked is marked by its migration; no other is. */
final class DemoMigrationTest extends CopyFixture {

    @Test
    void anOldDemoIsMarkedAndAnAppOfThatNameAloneIsNot() throws SQLException, IOException {
        for (Database database : new Database[] {sqlite("demo", "1"), postgres("1")}) {
            migrateWith(database, "'demo-app', '202205116084', 2023");
            assertThat(rows(database, "SELECT name, value FROM database_fact")).containsExactly("demo|");
        }
        for (Database database : new Database[] {sqlite("real", "1"), postgres("1")}) {
            migrateWith(database, "'demo-app', '202205116084', 2025");
            assertThat(rows(database, "SELECT name FROM database_fact")).isEmpty();
        }
    }

    private void migrateWith(Database database, String app) throws SQLException {
        execute(
                database,
                "INSERT INTO tenant_space VALUES ('202205116084', 1)",
                "INSERT INTO app VALUES (" + app + ", 'hash', true, 0, 1)");
        database.migrate();
    }
}
