package agentsettings.core.store;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedPage;

/**
 * Follows the changes of a database. From one cursor to the next it misses none and repeats none, whatever happens to the nodes that
 * make them; the changes of a record come in their order. Its methods block, and throw {@link StoreUnavailable} if the storage failed.
 * Safe for use by many threads.
 */
public interface ChangeFeed extends AutoCloseable {

    /** The cursor before the first change that is kept. */
    FeedCursor start();

    /** The cursor behind the last change. */
    FeedCursor end();

    /**
     * Changes behind the cursor, all of them or a limited number.
     *
     * @param limit the maximum number, at least 1
     */
    FeedPage read(FeedCursor after, int limit);

    @Override
    void close();
}
