package agentsettings.core.store;

/** What a {@link Directory} remembers about its database as a whole, as a text for each fact. */
public enum DatabaseFact {

    /** Present, with an empty text, if the database holds the demo's data, whose credentials are public. */
    DEMO,

    /** Identifies the change log, so that a cursor of another log is recognised. */
    FEED_EPOCH,

    /** The fingerprint of the key that secrets are hashed with. */
    SECRET_HASH_KEY
}
