package agentsettings.storage.sqlite;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.sqlite.file.Checkpointer;
import agentsettings.storage.sqlite.file.FileWatch;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The database file as the parts of this process share it: they take turns to write, and none uses the file after it was lost. Safe
 * for use by many threads.
 */
final class SharedFile {

    private final SqliteFile file;

    /** Fair, because SQLite's own lock is not: a worker that always has a batch to write would keep others from writing. */
    private final Lock turn = new ReentrantLock(true);

    /** Fair, so that the log can be cut although reads follow one another without a pause. */
    private final ReadWriteLock longReads = new ReentrantReadWriteLock(true);

    private final AtomicBoolean atRest = new AtomicBoolean();
    private final AtomicBoolean writesFail = new AtomicBoolean();

    private volatile FileWatch watch;

    SharedFile(SqliteFile file) {
        this.file = file;
    }

    SqliteFile file() {
        return file;
    }

    /** To be held during a transaction that writes. */
    Lock turn() {
        return turn;
    }

    /** To be held during a read that may take long. */
    Lock longRead() {
        return longReads.readLock();
    }

    /** Starts to move the write-ahead log. The caller closes what moves it. */
    Checkpointer checkpointer() throws SQLException {
        return Checkpointer.start(file, turn, longReads.writeLock());
    }

    /** Whether nothing is written and the write-ahead log is empty; may lag behind. */
    AtomicBoolean atRest() {
        return atRest;
    }

    /** Whether the last batch of writes has failed. */
    AtomicBoolean writesFail() {
        return writesFail;
    }

    /** Starts to watch the files of the database, which must exist. The caller closes the watch. */
    FileWatch watch() throws SQLException {
        FileWatch started = FileWatch.start(file);
        watch = started;
        return started;
    }

    /**
     * Does nothing while the files are the same as before, or nothing watches them.
     *
     * @throws StoreUnavailable if they were deleted or replaced
     */
    void requireSameFiles() {
        FileWatch current = watch;
        String fault = current == null ? null : current.fault();
        if (fault != null) {
            throw new StoreUnavailable(fault, null);
        }
    }

    /**
     * Looks at the files, after something was written to them.
     *
     * @throws OutcomeUnknown if they were deleted or replaced: what was written lasts only if the same files are put back
     */
    void requireSameFilesNow() {
        FileWatch current = watch;
        String fault = current == null ? null : current.check();
        if (fault != null) {
            throw new OutcomeUnknown(fault, null);
        }
    }
}
