package agentsettings.management.feed;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.store.ChangeFeed;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stream does not outlive the key that it was requested with by much. */
final class EventStreamTest {

    @Test
    @Timeout(30)
    void aStreamEndsWhenItsLifeIsOver(@TempDir Path folder) throws IOException {
        try (SqliteDatabase database = SqliteDatabase.openExclusive(new DataFolder(folder.resolve("data")))) {
            database.migrate();
            try (ChangeFeed feed = database.openFeed()) {
                FeedCursor start = feed.start();
                ByteArrayOutputStream out = new ByteArrayOutputStream();

                new EventStream(feed, change -> true, out, Duration.ofMillis(1))
                        .write((FeedPage.Changes) feed.read(start, 1));

                assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("id: " + start + "\n\n");
            }
        }
    }
}
