package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.StoreContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store contract on SQLite. */
class SqliteStoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
