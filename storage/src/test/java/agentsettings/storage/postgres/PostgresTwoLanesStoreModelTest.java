package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.StoreModelContract;

/** The store never differs from its model on PostgreSQL with two lanes, as a server has by default. */
class PostgresTwoLanesStoreModelTest extends StoreModelContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(2);
    }
}
