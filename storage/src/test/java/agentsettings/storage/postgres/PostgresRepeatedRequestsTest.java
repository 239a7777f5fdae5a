package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.RepeatedRequestsContract;

/** Repeated requests to the directory on PostgreSQL. */
class PostgresRepeatedRequestsTest extends RepeatedRequestsContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.withLanes(1);
    }
}
