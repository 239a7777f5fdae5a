package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.TwoProcessesContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one SQLite file. */
class SqliteTwoProcessesTest extends TwoProcessesContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }

    @Override
    protected List<String> arguments() {
        return List.of(folder.toString());
    }
}
