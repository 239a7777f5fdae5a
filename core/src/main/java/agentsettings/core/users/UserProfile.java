package agentsettings.core.users;

/**
 * What is known of a user.
 *
 * @param account the business account, unique within the tenant space
 * @param phone null when unknown, like email and description
 */
public record UserProfile(
        String account, String name, String phone, String email, String description, UserStatus status) {}
