package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.RetentionContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Retention on SQLite. */
class SqliteRetentionTest extends RetentionContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
