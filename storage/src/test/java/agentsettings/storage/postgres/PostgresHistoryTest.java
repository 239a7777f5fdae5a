package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.HistoryContract;

/** The contract of histories on PostgreSQL. */
class PostgresHistoryTest extends HistoryContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
