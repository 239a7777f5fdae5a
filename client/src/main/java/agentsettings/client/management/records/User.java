package agentsettings.client.management.records;

import agentsettings.core.users.UserProfile;
import java.time.Instant;

/**
 * A user of a tenant space. Immutable.
 *
 * @param sumUserId the contact-centre platform's id of the same user
 * @param hasSettings whether the user had settings at the time of the response; not part of the version
 */
public record User(String userId, String sumUserId, UserProfile profile, boolean hasSettings, Instant createdAt) {}
