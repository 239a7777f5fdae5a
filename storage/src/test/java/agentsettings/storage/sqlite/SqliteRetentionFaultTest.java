package agentsettings.storage.sqlite;

import agentsettings.storage.FaultyEngine;
import agentsettings.storage.RetentionFaultContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Trimming over a faulty connection to SQLite. */
class SqliteRetentionFaultTest extends RetentionFaultContract {

    @TempDir
    private Path folder;

    @Override
    protected FaultyEngine engine() throws IOException {
        for (String leftBehind : List.of("agentsettings.db-wal", "agentsettings.db-shm")) {
            Files.deleteIfExists(folder.resolve(leftBehind));
        }
        return new SqliteEngine(folder);
    }
}
