package agentsettings.acceptance.history;

import agentsettings.acceptance.settings.Content;

/** What a client asks about one user's settings. */
public sealed interface Request {

    /**
     * Gives the user settings.
     *
     * @param key the idempotency key, null for none
     */
    record Create(Content content, String key) implements Request {}

    /** Changes the parts that {@code changes} names. */
    record Update(long id, Content changes) implements Request {}

    /** Takes the settings away. */
    record Delete() implements Request {}

    /** Asks what they are. */
    record Query() implements Request {}
}
