package agentsettings.storage.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    @TempDir
    private Path folder;

    /** SQLite silently takes the smaller maximum that it was compiled with. */
    @Test
    void theDriverPermitsMapsOfOurMaximum() throws SQLException {
        SqliteFile file = new SqliteFile(folder.resolve("agents.db"));
        file.create();
        try (Connection mapped = file.openMapped();
                Connection scanning = file.openForScans(Duration.ofSeconds(1))) {
            assertThat(mappedBytesMax(mapped)).isEqualTo(SqliteFile.MAPPED_BYTES_MAX);
            assertThat(mappedBytesMax(scanning)).isEqualTo(SqliteFile.MAPPED_BYTES_MAX);
        }
    }

    private static long mappedBytesMax(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA mmap_size")) {
            row.next();
            return row.getLong(1);
        }
    }
}
