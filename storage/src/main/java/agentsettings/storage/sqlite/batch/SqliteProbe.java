package agentsettings.storage.sqlite.batch;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Store.StorageCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * Checks whether the SQLite file can be read and written, over a new connection each time. A check of writing takes the file's write lock
 * and changes nothing, which costs no fsync; only while writes fail it commits a page, until that succeeds. Safe for use by many threads.
 *
 * @param turn held by whoever writes
 * @param writesFail whether the last write has failed
 */
public record SqliteProbe(SqliteWriter.Opener opener, Lock turn, AtomicBoolean writesFail) {

    private static final String READ = "storage-read";
    private static final String WRITE = "storage-write";
    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(2);

    /** Checks reading and writing. */
    public List<StorageCheck> check() {
        try (Connection connection = opener.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM database_fact")) {
            rows.next();
        } catch (SQLException e) {
            return List.of(StorageCheck.failed(READ, e), new StorageCheck(WRITE, "not checked"));
        }
        return List.of(StorageCheck.passed(READ), checkWriting());
    }

    private StorageCheck checkWriting() {
        try {
            if (!turn.tryLock(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return new StorageCheck(WRITE, "another write has taken more than " + TURN_WAIT_MAX.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StorageCheck.failed(WRITE, e);
        }
        try (Transactions transactions = new Transactions(opener.open())) {
            boolean failing = writesFail.get();
            transactions.run(() -> {
                if (failing) {
                    transactions.touch();
                }
                return null;
            });
            writesFail.set(false);
            return StorageCheck.passed(WRITE);
        } catch (SQLException | OutcomeUnknown e) {
            return StorageCheck.failed(WRITE, e);
        } finally {
            turn.unlock();
        }
    }
}
