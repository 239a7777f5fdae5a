package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.NumbersContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of allotted numbers on SQLite. */
class SqliteNumbersTest extends NumbersContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
