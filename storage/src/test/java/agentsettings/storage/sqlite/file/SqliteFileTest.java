package agentsettings.storage.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    private SqliteFile file;

    @BeforeEach
    void choose(@TempDir Path folder) {
        file = new SqliteFile(folder.resolve("agents.db"));
    }

    /** Otherwise each start would ask the migration tool, or a new migration would never be run. */
    @Test
    void noMigrationIsPendingOnceTheNewestHasBeenApplied() {
        assertThat(file.migrations().current()).isFalse();
        file.migrations().run();
        assertThat(file.migrations().current()).isTrue();
        assertThat(file.migrations().list()).allMatch(Migration::applied);
    }

    /** SQLite silently takes a smaller maximum if it was compiled with one. */
    @Test
    void readersMapAFileOfAnySize() throws SQLException {
        file.create();
        try (Connection mapped = file.openMapped();
                Statement statement = mapped.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA mmap_size")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(SqliteFile.MAPPED_BYTES_MAX);
        }
    }
}
