package agentsettings.storage;

import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.verify.Findings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * A database of one of the engines. Its {@code toString} says where it is, without secrets. All methods block, and throw
 * {@link StoreUnavailable} if the storage failed. What was opened must be closed before the database is. Safe for use by many
 * threads.
 */
public interface Database extends AutoCloseable {

    /** Every migration of the schema in order, applied or not. */
    List<Migration> migrations();

    /**
     * Whether the newest migration is the last that was applied. Reads no more than that, and changes nothing: a tenth of a second less than
     * it takes to compare all migrations with those applied.
     */
    boolean isUpToDate();

    /** Compares all migrations with those applied, and applies the pending ones. */
    void migrate();

    /** Opens the directory; the schema must be up to date. */
    Directory openDirectory();

    /**
     * Opens the records for reading; the schema must be up to date.
     *
     * @param clock what a summary takes its time from
     */
    Records openRecords(InstantSource clock);

    /** Opens the feed of changes; the schema must be up to date. */
    ChangeFeed openFeed();

    /** Opens the change log for trimming; the schema must be up to date. */
    LogTrimmer openLogTrimmer();

    /** Opens the jobs; the schema must be up to date. */
    Jobs openJobs();

    /**
     * Opens the store; the schema must be up to date.
     *
     * @param endOfTurn runs a task on the calling thread once that thread has handled what it is handling now; queries of one turn
     *     may be executed together. {@code Runnable::run} executes each at once.
     * @param observer is told of the batches written
     * @throws IllegalStateException if no ids can be generated at the clock's time
     */
    Store openStore(InstantSource clock, BatchLimits limits, Executor endOfTurn, StorageObserver observer);

    /** Opens the store unobserved. */
    default Store openStore(InstantSource clock, BatchLimits limits, Executor endOfTurn) {
        return openStore(clock, limits, endOfTurn, StorageObserver.NONE);
    }

    /** Facts about the engine for operators, by name. */
    Map<String, String> facts();

    /** The number of rows of each table that exists. */
    Map<String, Long> rowCounts();

    /**
     * Distributes the tables that are not distributed yet over the nodes of a Citus cluster, all or none.
     *
     * @return the names of these tables
     * @throws StoreUnavailable if the database can't be distributed; nothing was changed
     */
    List<String> distribute();

    /** Verifies what the database holds now, which may be in use; the schema must be up to date. */
    void verify(Findings findings, WorkProgress progress);

    /**
     * Copies one state of the database, which may be in use, into an empty file, where it is a database of its own.
     *
     * @throws StoreUnavailable if that fails, or if the engine has tools of its own for it
     */
    void backUpTo(Path file, WorkProgress progress);

    /**
     * Begins to read the database for a copy.
     *
     * @throws StoreUnavailable if a server uses the database
     */
    CopySource openCopySource();

    /**
     * Begins to write the database by a copy.
     *
     * @throws StoreUnavailable if a server uses the database
     */
    CopyTarget openCopyTarget();

    @Override
    void close();
}
