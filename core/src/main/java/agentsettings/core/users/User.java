package agentsettings.core.users;

/**
 * A user of a tenant space. Immutable.
 *
 * @param userId the vendor's USER_ID, to which settings belong
 * @param sumUserId the vendor's SUM_USER_ID, the contact-centre platform's id of the same user
 */
public record User(String tenantId, String userId, String sumUserId, String account, String name) {}
