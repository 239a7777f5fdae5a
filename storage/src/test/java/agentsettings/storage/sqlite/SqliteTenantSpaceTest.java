package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.TenantSpaceContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Tenant spaces on SQLite. */
class SqliteTenantSpaceTest extends TenantSpaceContract {

    @TempDir
    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        return new SqliteEngine(folder);
    }
}
