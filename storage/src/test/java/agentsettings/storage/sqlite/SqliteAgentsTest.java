package agentsettings.storage.sqlite;

import agentsettings.storage.AgentsContract;
import agentsettings.storage.Engine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the read for call plans on SQLite. */
class SqliteAgentsTest extends AgentsContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
