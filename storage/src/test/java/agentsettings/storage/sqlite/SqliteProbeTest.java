package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import agentsettings.core.store.Store.StorageCheck;
import agentsettings.storage.sqlite.batch.SqliteProbe;
import agentsettings.storage.sqlite.batch.SqliteWriter;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of the file costs no write while writes succeed, and commits one while they fail. */
final class SqliteProbeTest {

    @TempDir
    private Path folder;

    private final AtomicBoolean writesFail = new AtomicBoolean();
    private SqliteFile file;

    @BeforeEach
    void create() throws IOException {
        file = new SqliteEngine(folder).file();
    }

    @Test
    void nothingIsWrittenWhileWritesSucceed() throws Exception {
        try (var keepsTheLog = file.openForWriting()) {
            assertThat(probe(file::openForWriting).check()).hasSize(2).allMatch(StorageCheck::isPassed);
            long size = Files.size(file.log());
            assertThat(probe(file::openForWriting).check()).allMatch(StorageCheck::isPassed);
            assertThat(Files.size(file.log())).isEqualTo(size);
            assertThat(keepsTheLog.isClosed()).isFalse();
        }
    }

    @Test
    void aWriteShowsThatWritesSucceedAgain() throws Exception {
        writesFail.set(true);
        try (var keepsTheLog = file.openForWriting()) {
            assertThat(probe(file::openForWriting).check()).allMatch(StorageCheck::isPassed);
            assertThat(Files.size(file.log())).isPositive();
            assertThat(writesFail).isFalse();
            assertThat(keepsTheLog.isClosed()).isFalse();
        }
    }

    @Test
    void whileWritesFailAFileThatCanOnlyBeReadFailsTheCheckOfWriting() {
        writesFail.set(true);
        assertThat(probe(file::openForReading).check())
                .extracting(StorageCheck::name, StorageCheck::isPassed)
                .containsExactly(tuple("storage-read", true), tuple("storage-write", false));
        assertThat(writesFail).isTrue();
    }

    @Test
    void aFileThatIsGoneFailsBothChecks() throws IOException {
        Files.move(file.path(), folder.resolve("elsewhere"));
        assertThat(probe(file::openForWriting).check()).hasSize(2).noneMatch(StorageCheck::isPassed);
    }

    private SqliteProbe probe(SqliteWriter.Opener opener) {
        return new SqliteProbe(opener, new ReentrantLock(), writesFail);
    }
}
