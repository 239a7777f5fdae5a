package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.HistoryContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of histories on SQLite. */
class SqliteHistoryTest extends HistoryContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
