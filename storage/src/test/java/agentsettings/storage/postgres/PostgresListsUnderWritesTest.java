package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.ListsUnderWritesContract;

/** Lists under writes on PostgreSQL. */
class PostgresListsUnderWritesTest extends ListsUnderWritesContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
