package agentsettings.core.users;

/**
 * A user's attributes other than the ids. Immutable.
 *
 * @param account the business account, unique in the tenant space
 * @param phone null if not set; so are email and description
 */
public record UserProfile(
        String account, String name, String phone, String email, String description, UserStatus status) {

    /** What a new user has of which nothing is said: it is active. Account and name are still missing. */
    public static final UserProfile NEW = new UserProfile(null, null, null, null, null, UserStatus.ACTIVE);
}
