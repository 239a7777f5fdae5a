package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.StoreModelContract;

/** The store never differs from its model on PostgreSQL, with one lane: commands of different users keep their order too. */
class PostgresStoreModelTest extends StoreModelContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
