package agentsettings.core.queries;

import agentsettings.core.users.UserStatus;
import java.util.Optional;

/**
 * Which users of a tenant space are listed: those that meet every condition. Immutable.
 *
 * @param text part of the USER_ID, SUM_USER_ID, account or name, whatever the case of its letters
 * @param hasSettings whether the user has settings
 */
public record UserFilter(
        String tenantId, Optional<String> text, Optional<UserStatus> status, Optional<Boolean> hasSettings) {}
