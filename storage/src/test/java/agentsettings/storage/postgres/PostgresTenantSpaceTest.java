package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.TenantSpaceContract;

/** Tenant spaces on PostgreSQL. */
class PostgresTenantSpaceTest extends TenantSpaceContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.withLanes(1);
    }
}
