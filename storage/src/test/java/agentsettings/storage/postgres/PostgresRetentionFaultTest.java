package agentsettings.storage.postgres;

import agentsettings.storage.FaultyEngine;
import agentsettings.storage.RetentionFaultContract;

/** Trimming over a faulty connection to PostgreSQL. */
class PostgresRetentionFaultTest extends RetentionFaultContract {

    @Override
    protected FaultyEngine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
