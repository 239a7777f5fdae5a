package agentsettings.storage.feed;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.feed.FeedEntry;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

/** Followers ask for pages all day long, so a page must not cost more because the log is long. */
class SqliteLogReaderTest {

    private static final int STEPS_OF_A_PAGE_MAX = 2_000;

    @TempDir
    private Path folder;

    private long steps;

    @Test
    void aPageCostsTheSameHoweverLongTheLogIs() throws SQLException {
        SqliteFile file = new SqliteFile(folder.resolve("settings.db"));
        file.migrations().run();
        try (Connection connection = file.openForWriting()) {
            addChanges(connection);
            countSteps(connection);
            LogReader log = new SqliteLogReader(connection);

            long end = log.ends().get(0);
            List<FeedEntry> page = log.changes(0, end - 10, end, 10);

            assertThat(page).hasSize(10);
            assertThat(steps).isBetween(1L, (long) STEPS_OF_A_PAGE_MAX);
        }
    }

    private static void addChanges(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    WITH RECURSIVE change (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM change WHERE seq < 20000)
                    INSERT INTO change_log (tenant_id, number, previous, at, user_id, actor_kind, actor, action)
                    SELECT 'a', seq * 1024, 0, seq, 'u', '', '', '' FROM change
                    """);
        }
    }

    /** Counts the instructions of SQLite's virtual machine. */
    private void countSteps(Connection connection) throws SQLException {
        ProgressHandler.setHandler(connection, 1, new ProgressHandler() {
            @Override
            protected int progress() {
                steps++;
                return 0;
            }
        });
    }
}
