package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.RetentionContract;

/** Retention on PostgreSQL. */
class PostgresRetentionTest extends RetentionContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
