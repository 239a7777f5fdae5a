package agentsettings.storage.sqlite;

import agentsettings.storage.DirectoryContract;
import agentsettings.storage.Engine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The directory on SQLite. */
class SqliteDirectoryTest extends DirectoryContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
