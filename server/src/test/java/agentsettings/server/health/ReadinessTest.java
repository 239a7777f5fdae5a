package agentsettings.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.store.Store;
import agentsettings.core.store.Store.StorageCheck;
import agentsettings.server.health.Readiness.DiskSpace;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is ready while its storage works, its queue and its disk have room, and it is not stopping. */
final class ReadinessTest {

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong();
    private SqliteDatabase database;
    private Store store;

    @BeforeEach
    void open() {
        database = SqliteDatabase.openExclusive(new DataFolder(folder.resolve("data")));
        database.migrate();
        store = database.openStore(InstantSource.system(), new BatchLimits(10, 10), Runnable::run);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void allChecksOfAServiceThatWorksArePassed() {
        try (Readiness readiness = readiness(10, 1)) {
            assertThat(readiness.check()).hasSize(6);
            assertThat(failed(readiness)).isEmpty();
            assertThat(readiness.isReady()).isTrue();
        }
    }

    @Test
    void theStorageIsCheckedOnceASecondWhoeverAsksHowOften() throws IOException {
        Path file = folder.resolve("data/agentsettings.db");
        try (Readiness readiness = readiness(10, 1)) {
            assertThat(failed(readiness)).isEmpty();
            Files.move(file, folder.resolve("elsewhere"));
            now.addAndGet(Readiness.VALID.toNanos() - 1);
            assertThat(failed(readiness)).isEmpty();
            now.addAndGet(1);
            assertThat(failed(readiness)).isNotEmpty();
            Files.move(folder.resolve("elsewhere"), file);
            assertThat(failed(readiness)).isNotEmpty();
        }
    }

    @Test
    void aFullQueueAFullDiskAndAStopAreFoundAtOnce() {
        try (Readiness readiness = readiness(0, Long.MAX_VALUE)) {
            assertThat(failed(readiness)).containsExactly("queue", "disk-space");
            readiness.stop();
            assertThat(failed(readiness)).containsExactly("queue", "disk-space", "not-stopping");
            assertThat(readiness.isReady()).isFalse();
        }
    }

    private Readiness readiness(int queueMax, long bytesMin) {
        return new Readiness(store, queueMax, Optional.of(new DiskSpace(folder, bytesMin)), now::get);
    }

    private static List<String> failed(Readiness readiness) {
        return readiness.check().stream()
                .filter(check -> !check.isPassed())
                .map(StorageCheck::name)
                .toList();
    }
}
