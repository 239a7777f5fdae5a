package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.ListsUnderWritesContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Lists under writes on SQLite. */
class SqliteListsUnderWritesTest extends ListsUnderWritesContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
