package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.RecordsContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of records on SQLite. */
class SqliteRecordsTest extends RecordsContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
