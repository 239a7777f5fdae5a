package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Migration;
import org.junit.jupiter.api.Test;

class PostgresMigrationsTest {

    /** Otherwise each start would ask the migration tool, or a new migration would never be run. */
    @Test
    void noMigrationIsPendingOnceTheNewestHasBeenApplied() {
        try (PostgresDatabase database = new PostgresDatabase(EmbeddedServer.newDatabaseWithoutSchema(), 1)) {
            assertThat(database.schema().current()).isFalse();
            database.migrate();
            assertThat(database.schema().current()).isTrue();
            assertThat(database.migrations()).allMatch(Migration::applied);
        }
    }
}
