package agentsettings.storage.retention;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the search for old changes begins in a SQLite file with changes that were copied. */
final class OldestChangesTest {

    @TempDir
    private Path folder;

    private List<ChangeNumber> starts(String... filling) throws SQLException {
        DataFolder data = new DataFolder(folder.resolve("data"));
        try (SqliteDatabase database = SqliteDatabase.openExclusive(data)) {
            database.migrate();
        }
        try (Connection file =
                DriverManager.getConnection("jdbc:sqlite:" + data.path().resolve("agentsettings.db"))) {
            Statements statements = new Statements(file);
            for (String sql : filling) {
                statements.update(sql);
            }
            return OldestChanges.SQLITE.starts(statements);
        }
    }

    @Test
    void aFileWithoutCopiedChangesBeginsBehindTheLastThatWasRemoved() throws SQLException {
        assertThat(starts("INSERT INTO change_log_start VALUES (0, 3072, 0)")).containsExactly(new ChangeNumber(0, 3));
    }

    @Test
    void theFilesOwnChangesAreSearchedBehindAllThatWereCopied() throws SQLException {
        assertThat(starts("INSERT INTO copied_node VALUES (7, 500), (9, 20)"))
                .containsExactly(new ChangeNumber(0, 500), new ChangeNumber(7, 0), new ChangeNumber(9, 0));
    }

    @Test
    void copiedChangesOfNode0AreSearchedFirst() throws SQLException {
        assertThat(starts(
                        "INSERT INTO copied_node VALUES (0, 3), (7, 500)",
                        "INSERT INTO change_log_start VALUES (0, 2048, 0)"))
                .containsExactly(new ChangeNumber(0, 2), new ChangeNumber(7, 0));
    }

    @Test
    void whenNoCopiedChangeOfNode0IsLeftItsSearchBeginsBehindThoseOfOthers() throws SQLException {
        assertThat(starts(
                        "INSERT INTO copied_node VALUES (0, 3), (7, 500)",
                        "INSERT INTO change_log_start VALUES (0, 3072, 0), (7, 40967, 0)"))
                .containsExactly(new ChangeNumber(0, 500), new ChangeNumber(7, 40));
    }

    @Test
    void nodesWithoutAnyChangeLeftAreNotSearched() throws SQLException {
        assertThat(starts(
                        "INSERT INTO copied_node VALUES (7, 500)",
                        "INSERT INTO change_log_start VALUES (0, 614400, 0), (7, 512007, 0)"))
                .containsExactly(new ChangeNumber(0, 600));
    }
}
