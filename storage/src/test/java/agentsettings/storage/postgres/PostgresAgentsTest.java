package agentsettings.storage.postgres;

import agentsettings.storage.AgentsContract;
import agentsettings.storage.Engine;

/** The contract of the read for call plans on PostgreSQL. */
class PostgresAgentsTest extends AgentsContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
