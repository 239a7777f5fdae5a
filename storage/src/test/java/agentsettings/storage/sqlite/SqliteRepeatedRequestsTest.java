package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.RepeatedRequestsContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Repeated requests to the directory on SQLite. */
class SqliteRepeatedRequestsTest extends RepeatedRequestsContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
