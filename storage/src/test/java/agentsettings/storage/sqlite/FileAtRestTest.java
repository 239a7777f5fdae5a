package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the file once nobody writes, and that readers answer the same then. */
@Timeout(30) // only so that a file that never comes to rest fails the build instead of holding it up
class FileAtRestTest {

    private static final FindSettings QUESTION = new FindSettings(Samples.CALLER.tenantId(), "1");

    private static final Duration LONGER_THAN_A_LANE_WAITS = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void readersSeeTheLastWriteBeforeAndAfterTheFileHoldsItAlone() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        try (Store store = engine.open(new SettableClock(Instant.parse("2026-11-23T12:00:00Z")))) {
            store.write(Samples.user(Samples.CALLER, "1", "1", "y1"));

            create(store);
            assertThat(find(store)).isInstanceOf(FindSettings.Found.class);
            awaitSettingsInFile(engine.file(), 1);
            assertThat(find(store)).isInstanceOf(FindSettings.Found.class);

            delete(store);
            assertThat(find(store)).isInstanceOf(FindSettings.NoSettings.class);
            awaitSettingsInFile(engine.file(), 0);
            assertThat(find(store)).isInstanceOf(FindSettings.NoSettings.class);

            create(store);
            assertThat(find(store)).isInstanceOf(FindSettings.Found.class);
        }
    }

    @Test
    void aReaderThatHoldsTheLogBackForAWhileIsWaitedFor() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        try (Store store = engine.open(new SettableClock(Instant.parse("2026-11-23T12:00:00Z")))) {
            store.write(Samples.user(Samples.CALLER, "1", "1", "y1"))
                    .toCompletableFuture()
                    .join();
            try (Connection reader = engine.file().openForReading();
                    Statement statement = reader.createStatement()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM agent_settings").close();
                create(store);
                LockSupport.parkNanos(LONGER_THAN_A_LANE_WAITS.toNanos());
                assertThat(settingsInFile(engine.file())).isZero();
            }
            awaitSettingsInFile(engine.file(), 1);
        }
    }

    private static void create(Store store) {
        store.write(new CreateSettings(Samples.CALLER, "1", Samples.VENDORS, null))
                .toCompletableFuture()
                .join();
    }

    private static void delete(Store store) {
        store.write(new DeleteSettings(Samples.CALLER, "1"))
                .toCompletableFuture()
                .join();
    }

    private static FindSettings.Outcome find(Store store) {
        return store.find(QUESTION).toCompletableFuture().join();
    }

    private void awaitSettingsInFile(SqliteFile file, int count) throws IOException {
        while (settingsInFile(file) != count) {
            Thread.onSpinWait();
        }
    }

    /** Counted in a copy of the file without its log; -1 when it was copied half-written. */
    private int settingsInFile(SqliteFile file) throws IOException {
        Path copy = Files.copy(file.path(), elsewhere.resolve("copy.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM agent_settings")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException malformed) {
            return -1;
        }
    }
}
