package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.store.Store;
import agentsettings.storage.LoggedMessages;
import agentsettings.storage.Samples;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.file.Checkpointer;
import agentsettings.storage.sqlite.file.NodeNumber;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers make the log grow, since it can't begin anew while anybody reads it; whoever they are, it is cut in time. */
// the timeout is only there so that a log that is never cut fails the build instead of holding it up
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogSizeTest {

    private static final int TOGETHER = 200;
    private static final long LONG_BEFORE_COMMITS_MOVE_IT = 3 * SqliteFile.LOG_BYTES_MAX / 4;

    private final LoggedMessages log = new LoggedMessages(Checkpointer.class);
    private int users;

    @TempDir
    private Path folder;

    @Test
    void theLogBeginsAnewBeforeItIsLargeAlthoughWritesGoOn() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        try (log;
                Store store = engine.open(InstantSource.system())) {
            addUsers(store);
            int first = sequence(engine.file());
            while (sequence(engine.file()) == first) {
                addUsers(store);
                assertThat(size(engine.file())).isLessThan(LONG_BEFORE_COMMITS_MOVE_IT);
            }
        }
        assertThat(log.all()).isEmpty();
    }

    @Test
    void theLogIsCutOnceAForeignReaderHasEndedAndBothAreLogged() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        try (log;
                Store store = engine.open(InstantSource.system())) {
            try (Connection reader = engine.file().openForReading();
                    Statement statement = reader.createStatement()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM change_log").close();
                while (size(engine.file()) <= SqliteFile.LOG_BYTES_MAX
                        || log.all().isEmpty()) {
                    addUsers(store);
                }
            }
            while (size(engine.file()) > SqliteFile.LOG_BYTES_MAX || log.all().size() < 2) {
                addUsers(store);
            }
        }
        assertThat(log.all().get(0)).startsWith("WARNING ").contains("agentsettings.db-wal has grown beyond 64 MB");
        assertThat(log.all().get(1)).startsWith("INFO ").contains("has been cut");
    }

    @Test
    void theLogIsCutAlthoughReadersFollowOneAnotherWithoutAPause() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        try (log;
                Store store = engine.open(InstantSource.system());
                OverlappingReaders _ = OverlappingReaders.start(engine.file())) {
            awaitCut(store, engine.file());
        }
    }

    @Test
    void theLogIsCutAlthoughLongReadsFollowOneAnotherWithoutAPause() throws Exception {
        SharedFile shared = new SharedFile(new SqliteEngine(folder).file());
        var batching = new SqliteStore.Batching(new BatchLimits(1_000, 256), Runnable::run, StorageObserver.NONE);
        try (log;
                Store store = SqliteStore.open(shared, NodeNumber.OF_SERVER, InstantSource.system(), batching);
                SqliteRecordReads reads = new SqliteRecordReads(shared);
                LongReads _ = LongReads.start(reads)) {
            awaitCut(store, shared.file());
        }
    }

    private void awaitCut(Store store, SqliteFile file) throws IOException {
        long largest = 0;
        while (size(file) >= largest) {
            largest = size(file);
            assertThat(largest).isLessThan(4 * SqliteFile.LOG_BYTES_MAX);
            addUsers(store);
        }
    }

    private void addUsers(Store store) {
        List<CompletableFuture<?>> added = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            String user = "user-" + users++;
            added.add(
                    store.write(Samples.user(Samples.CALLER, user, user, user)).toCompletableFuture());
        }
        added.forEach(CompletableFuture::join);
    }

    /** Counts from the log's header how often SQLite has begun the log. */
    private static int sequence(SqliteFile file) throws IOException {
        try (InputStream log = Files.newInputStream(file.log())) {
            return ByteBuffer.wrap(log.readNBytes(16)).getInt(12);
        }
    }

    private static long size(SqliteFile file) throws IOException {
        return Files.size(file.log());
    }
}
