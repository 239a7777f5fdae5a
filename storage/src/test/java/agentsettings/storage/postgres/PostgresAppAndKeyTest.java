package agentsettings.storage.postgres;

import agentsettings.storage.AppAndKeyContract;
import agentsettings.storage.Engine;

/** Apps and management keys on PostgreSQL. */
class PostgresAppAndKeyTest extends AppAndKeyContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.withLanes(1);
    }
}
