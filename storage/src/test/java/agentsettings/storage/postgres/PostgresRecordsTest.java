package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.RecordsContract;

/** The contract of records on PostgreSQL. */
class PostgresRecordsTest extends RecordsContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
