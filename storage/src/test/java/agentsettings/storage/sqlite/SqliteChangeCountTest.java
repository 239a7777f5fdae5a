package agentsettings.storage.sqlite;

import agentsettings.storage.ChangeCountContract;
import agentsettings.storage.Engine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of counting changes on SQLite. */
class SqliteChangeCountTest extends ChangeCountContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
