package agentsettings.storage.postgres;

import agentsettings.storage.ChangeCountContract;
import agentsettings.storage.Engine;

/** The contract of counting changes on PostgreSQL. */
class PostgresChangeCountTest extends ChangeCountContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
