package agentsettings.core.users;

/** Identifies a user: its tenant space and its USER_ID. */
public record UserKey(String tenantId, String userId) implements Comparable<UserKey> {

    /** Compares tenant spaces first. */
    @Override
    public int compareTo(UserKey other) {
        int byTenant = tenantId.compareTo(other.tenantId);
        return byTenant != 0 ? byTenant : userId.compareTo(other.userId);
    }
}
