package agentsettings.management.exchange;

import agentsettings.core.apps.Actor;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.users.UserKey;
import java.util.Optional;

/**
 * A management key that was let in. Immutable.
 *
 * @param key null if the operation needs none
 * @param agent who came by a link that was made with the key
 * @param numberCheck that of the tenant space of the path; off if the path has none
 */
public record AdmittedKey(ManagementKey key, Optional<UserKey> agent, NumberCheck numberCheck) {

    /** The caller of a request that is about the tenant space. */
    Caller caller(String tenantId) {
        return agent.map(user -> new Caller(tenantId, new Actor(Actor.Kind.AGENT, user.userId()), numberCheck))
                .orElseGet(() -> key.caller(tenantId, numberCheck));
    }
}
