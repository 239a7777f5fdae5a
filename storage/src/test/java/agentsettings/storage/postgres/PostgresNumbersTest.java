package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.NumbersContract;

/** The contract of allotted numbers on PostgreSQL. */
class PostgresNumbersTest extends NumbersContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }
}
