package agentsettings.core.users;

import java.time.Instant;

/**
 * A user as stored. Immutable.
 *
 * @param sumUserId the vendor's SUM_USER_ID, the contact-centre platform's id of the same user
 * @param change the number of the change that stored it, 0 if it is not known
 */
public record StoredUser(String sumUserId, UserProfile profile, Instant createdAt, long change) {

    /** The user with another profile. */
    public StoredUser changedTo(UserProfile changed, long by) {
        return new StoredUser(sumUserId, changed, createdAt, by);
    }

    /** Identifies this version of the user. */
    public String tag() {
        return Long.toString(change);
    }
}
