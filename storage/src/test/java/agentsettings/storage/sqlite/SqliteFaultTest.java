package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.FaultContract;
import agentsettings.storage.Faults;
import agentsettings.storage.FaultyEngine;
import agentsettings.storage.sqlite.batch.SqliteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to SQLite that fails at every call. */
class SqliteFaultTest extends FaultContract {

    @TempDir
    private Path folder;

    @BeforeAll
    static void failToCloseOnPurpose() {
        ExpectedFailures.areNotLogged(SqliteWriter.class);
    }

    @Test
    void whenTheAnswerOfACommitIsLostWhatWasDoneIsFoundOutAndNobodyNotices() throws Exception {
        requireSoundness(Faults::answerLost, run -> assertThat(run.failures()).isZero());
    }

    @Override
    protected FaultyEngine engine() throws IOException {
        for (String leftBehind : List.of("agentsettings.db-wal", "agentsettings.db-shm")) {
            Files.deleteIfExists(folder.resolve(leftBehind));
        }
        return new SqliteEngine(folder);
    }
}
