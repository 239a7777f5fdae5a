package agentsettings.management.exchange;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.NumberCheck;

/**
 * A management key that was let in. Immutable.
 *
 * @param key null if the operation needs none
 * @param numberCheck that of the tenant space of the path; off if the path has none
 */
public record AdmittedKey(ManagementKey key, NumberCheck numberCheck) {

    /** The caller of a request that is about the tenant space. */
    Caller caller(String tenantId) {
        return key.caller(tenantId, numberCheck);
    }
}
