package agentsettings.storage.postgres;

import agentsettings.storage.DirectoryContract;
import agentsettings.storage.Engine;

/** The directory on PostgreSQL. */
class PostgresDirectoryTest extends DirectoryContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.withLanes(1);
    }
}
