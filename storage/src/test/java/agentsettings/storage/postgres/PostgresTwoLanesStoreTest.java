package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.StoreContract;

/** The store contract on PostgreSQL with two lanes, as a server has by default. */
class PostgresTwoLanesStoreTest extends StoreContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(2);
    }
}
