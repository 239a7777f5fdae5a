package agentsettings.storage;

import agentsettings.core.store.StoreUnavailable;
import java.time.Instant;

/**
 * Removes old changes from the change log, step by step, while others write and read. A removal is durable on return, and does not
 * affect the numbers and ids to come. Its methods block, and throw {@link StoreUnavailable} if the storage failed. Used by one
 * thread.
 */
public interface LogTrimmer extends AutoCloseable {

    /** The maximum number of changes that a step removes. */
    int STEP_MAX = 500;

    /**
     * Removes, in one transaction, changes that were made before this time. Of each node only the first changes of its log are
     * removed, so that the log has no gaps.
     *
     * @return the number of changes removed; 0 if there are none, or another process is removing them
     */
    int trim(Instant before);

    @Override
    void close();
}
