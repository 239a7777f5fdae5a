package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.Directory;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.UserKey;
import agentsettings.storage.LoggedMessages;
import agentsettings.storage.Samples;
import agentsettings.storage.sqlite.file.FileWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are deleted or replaced under a running store: it refuses, and says why, instead of acknowledging into nothing. */
// the timeout is only there so that a loss that is never noticed fails the build instead of holding it up
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostFilesTest {

    private final LoggedMessages log = new LoggedMessages(FileWatch.class);

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private SqliteEngine engine;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        engine = new SqliteEngine(folder);
        store = engine.open(InstantSource.system());
        add("1");
    }

    @AfterEach
    void close() {
        store.close();
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agentsettings.db", "agentsettings.db-wal", "agentsettings.db-shm"})
    void noWriteIsAcknowledgedThatWasWrittenToADeletedFile(String file) throws IOException {
        Files.delete(folder.resolve(file));

        assertThat(failure(store.write(Samples.user(Samples.CALLER, "2", "2", "y2"))))
                .isInstanceOfAny(OutcomeUnknown.class, StoreUnavailable.class)
                .hasMessageContaining(file);
        assertThat(failure(store.write(Samples.user(Samples.CALLER, "3", "3", "y3"))))
                .isInstanceOf(StoreUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agentsettings.db", "agentsettings.db-wal", "agentsettings.db-shm"})
    void aDeletedFileIsNoticedAndWritesAreRefused(String file) throws IOException {
        Files.delete(folder.resolve(file));

        awaitRefusal(folder.resolve(file));
        assertThat(log.all()).singleElement().asString().startsWith("SEVERE ").contains(file, "deleted or replaced");
    }

    @Test
    void aFileReplacedByItsBackupIsNoticedAndQueriesAreRefusedToo() throws IOException {
        Path file = folder.resolve("agentsettings.db");
        Path backup = Files.copy(file, elsewhere.resolve("backup.db"));
        Files.delete(file);
        Files.copy(backup, file);

        awaitRefusal(file);
        FindSettings query = new FindSettings(Samples.CALLER.tenantId(), "1");
        assertThat(failure(store.find(query)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("replaced");
    }

    @Test
    void readsOfRecordsAndOfTheFeedAndChangesOfTheDirectoryAreRefusedToo() throws IOException {
        UserKey user = new UserKey(Samples.CALLER.tenantId(), "1");
        try (Records records = engine.database().openRecords(InstantSource.system());
                ChangeFeed feed = engine.database().openFeed();
                Directory directory = engine.database().openDirectory()) {
            assertThat(records.user(user)).isPresent();
            Path file = folder.resolve("agentsettings.db");
            Path moved = Files.move(file, elsewhere.resolve("moved.db"));
            awaitRefusal(file);

            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> records.user(user), feed::end, () -> directory.removeManagementKey("abcdefgh"))) {
                assertThatThrownBy(use)
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("deleted or replaced");
            }
            Files.move(moved, file);
            while (failure(create("1")) != null) {
                Thread.onSpinWait();
            }
            assertThat(records.user(user)).isPresent();
        }
    }

    @Test
    void filesThatAreBackAreServedAgain() throws IOException {
        Path file = folder.resolve("agentsettings.db");
        Path moved = Files.move(file, elsewhere.resolve("moved.db"));
        awaitRefusal(file);
        Files.move(moved, file);

        while (failure(create("1")) != null) {
            Thread.onSpinWait();
        }
        assertThat(log.all()).hasSize(2).last().asString().startsWith("INFO ").contains("are back");
    }

    private void awaitRefusal(Path file) {
        Throwable failure = null;
        for (int i = 2; !(failure instanceof StoreUnavailable); i++) {
            failure = failure(store.write(Samples.user(Samples.CALLER, "u" + i, "u" + i, "y" + i)));
        }
        assertThat(failure).isInstanceOf(StoreUnavailable.class).hasMessageContaining(file.toString());
    }

    private void add(String user) {
        assertThat(failure(store.write(Samples.user(Samples.CALLER, user, user, "y" + user))))
                .isNull();
    }

    private CompletionStage<?> create(String user) {
        return store.write(new CreateSettings(Samples.CALLER, user, Samples.VENDORS, null));
    }

    private static Throwable failure(CompletionStage<?> outcome) {
        return outcome.handle((value, thrown) -> thrown).toCompletableFuture().join();
    }
}
