package agentsettings.core.store;

/** The outcome of adding a management key. */
public enum KeyAddition {
    ADDED,
    /** There is a key with this id. */
    ID_TAKEN,
    /** There is no such tenant space. */
    UNKNOWN_TENANT_SPACE
}
