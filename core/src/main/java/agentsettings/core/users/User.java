package agentsettings.core.users;

/**
 * A user of a tenant space.
 *
 * @param userId the id by which settings are kept (the vendor's USER_ID)
 * @param sumUserId the contact-centre platform's own id of the same user (the vendor's SUM_USER_ID)
 */
public record User(String tenantId, String userId, String sumUserId, String account, String name) {}
