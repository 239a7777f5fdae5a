package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.RecordsModelContract;

/** Lists never differ from a plain list on PostgreSQL. */
class PostgresRecordsModelTest extends RecordsModelContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
