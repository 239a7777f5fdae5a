package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.store.ChangeFeed;
import agentsettings.storage.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log in a SQLite file that holds the changes of several PostgreSQL nodes beside its own. */
final class CopiedLogTest extends CopyFixture {

    private static final String LOG = "SELECT node || '|' || seq FROM change_log ORDER BY number";

    /** Changes of node 0 at times 1 to 3, and of node 7 at times 200 and 201. */
    private Database copied() throws SQLException {
        Database source = postgres();
        execute(source, """
                INSERT INTO change_log (tenant_id, node, seq, previous, at, user_id, actor_kind, actor, action)
                VALUES ('a', 0, 1, 0, 1, 'a1', '', '', ''), ('a', 0, 2, 0, 2, 'a2', '', '', ''),
                    ('a', 0, 3, 0, 3, 'a3', '', '', ''), ('a', 7, 1, 0, 200, 'b1', '', '', ''),
                    ('a', 7, 2, 0, 201, 'b2', '', '', '')
                """);
        Database target = sqlite("target");
        copy(source, target);
        return target;
    }

    /** Adds a change as the file's own writer would number it. */
    private void addOwn(Database file, long at) throws SQLException {
        execute(file, """
                INSERT INTO change_log (tenant_id, number, previous, at, user_id, actor_kind, actor, action)
                SELECT 'a', (max(number) / 1024 + 1) * 1024, 0, %s, 'c', '', '', '' FROM (
                    SELECT number FROM change_log UNION ALL SELECT number FROM change_log_start)
                """.formatted(Long.toString(at)));
    }

    @Test
    void theEndOfTheFeedIsNeverExpired() throws SQLException {
        Database file = copied();
        trim(file, Instant.ofEpochMilli(100));
        assertThat(rows(file, LOG)).containsExactly("7|1", "7|2");
        try (ChangeFeed feed = file.openFeed()) {
            FeedCursor end = feed.end();
            assertThat(feed.read(end, 10)).isEqualTo(new FeedPage.Changes(end, List.of()));
            addOwn(file, 300);
            assertThat(((FeedPage.Changes) feed.read(end, 10)).entries())
                    .extracting(FeedEntry::number)
                    .containsExactly(4096L);
        }
    }

    @Test
    void copiedChangesAndTheFilesOwnAreTrimmedEachFromItsBeginning() throws SQLException {
        Database file = copied();
        addOwn(file, 50);
        addOwn(file, 205);
        trim(file, Instant.ofEpochMilli(3));
        assertThat(rows(file, LOG)).containsExactly("7|1", "7|2", "0|3", "0|4", "0|5");
        trim(file, Instant.ofEpochMilli(100));
        assertThat(rows(file, LOG)).containsExactly("7|1", "7|2", "0|5");
        trim(file, Instant.ofEpochMilli(201));
        assertThat(rows(file, LOG)).containsExactly("7|2", "0|5");
        trim(file, Instant.ofEpochMilli(300));
        assertThat(rows(file, LOG)).isEmpty();
    }
}
