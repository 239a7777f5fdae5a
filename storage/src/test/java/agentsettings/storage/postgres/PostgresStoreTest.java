package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.StoreContract;

/** The store contract on PostgreSQL, with one lane: commands of different users keep their order too. */
class PostgresStoreTest extends StoreContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
