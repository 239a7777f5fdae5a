package agentsettings.core.apps;

/** What a management key may do. Each role includes those before it. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Changes users, settings and numbers, and imports. */
    EDITOR,
    /** Changes tenant spaces, apps and management keys. */
    ADMIN;

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
