package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database is up to date once the newest migration was the last one applied to its own schema, and successfully. */
final class UpToDateTest extends CopyFixture {

    @Test
    void anOlderDatabaseIsUpToDateOnceItIsMigrated() throws IOException {
        for (Database database : List.of(sqlite("older", "6"), postgres("6"), postgresWithoutSchema())) {
            assertThat(database.isUpToDate()).isFalse();
            database.migrate();
            assertThat(database.isUpToDate())
                    .as("its NEWEST_MIGRATION is the newest")
                    .isTrue();
        }
    }

    @Test
    void aFailedMigrationOrANewerOneIsNoMigrationOfOurs() throws SQLException {
        for (Database database : List.of(sqlite("failed"), postgres())) {
            execute(database, "UPDATE flyway_schema_history SET success = false");
            assertThat(database.isUpToDate()).isFalse();
        }
        for (Database database : List.of(sqlite("newer"), postgres())) {
            execute(database, """
                    INSERT INTO flyway_schema_history
                    SELECT 99, '99', 'newer', type, 'V99__newer.sql', checksum, installed_by, installed_on, 1, true
                    FROM flyway_schema_history WHERE version = '1'
                    """);
            assertThat(database.isUpToDate()).isFalse();
        }
    }

    /** PostgreSQL would find the table of the other schema, while new tables would be created in the first. */
    @Test
    void theMigrationsOfAnotherSchemaDoNotCount() throws SQLException {
        Database database = postgres();
        execute(database, "CREATE SCHEMA postgres"); // named as the user, so it comes first
        assertThat(database.isUpToDate()).isFalse();
    }
}
