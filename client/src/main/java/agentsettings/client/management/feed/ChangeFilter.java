package agentsettings.client.management.feed;

import agentsettings.core.users.UserKey;
import java.util.Optional;

/**
 * Which changes are wanted. Immutable. A key of one tenant space gets the changes there alone, whatever the filter.
 *
 * @param tenantId of the tenant space, empty for all
 * @param userId of the user, empty for all
 */
public record ChangeFilter(Optional<String> tenantId, Optional<String> userId) {

    /** All changes. */
    public static final ChangeFilter ALL = new ChangeFilter(Optional.empty(), Optional.empty());

    /** Returns the filter for a tenant space. */
    public static ChangeFilter of(String tenantId) {
        return new ChangeFilter(Optional.of(tenantId), Optional.empty());
    }

    /** Returns the filter for a user and its settings. */
    public static ChangeFilter of(UserKey user) {
        return new ChangeFilter(Optional.of(user.tenantId()), Optional.of(user.userId()));
    }
}
