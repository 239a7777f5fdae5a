package agentsettings.storage.sqlite;

import agentsettings.storage.AppAndKeyContract;
import agentsettings.storage.Engine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Apps and management keys on SQLite. */
class SqliteAppAndKeyTest extends AppAndKeyContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
