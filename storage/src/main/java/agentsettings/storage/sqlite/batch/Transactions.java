package agentsettings.storage.sqlite.batch;

import agentsettings.core.store.OutcomeUnknown;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;

/** Begins and ends durable transactions on one connection. Owns the connection. Used by one thread. */
public final class Transactions implements AutoCloseable {

    private final Connection connection;

    /** Prepares each text anew: the driver closes a prepared statement that fails, as a rollback may. */
    private final Statement statement;

    private boolean mayBeOpen;

    /** Takes over the connection. The driver is told to begin and to commit no transactions of its own. */
    public Transactions(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
        connection.unwrap(SQLiteConnection.class).getConnectionConfig().setAutoCommit(false);
    }

    /** Work to be done within a transaction. */
    public interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Runs the work under the file's write lock. On return it is on disk. On any exception but this one nothing of
     * it is stored.
     *
     * @throws OutcomeUnknown if the commit failed; the work may be stored
     */
    public <T> T run(Work<T> work) throws SQLException {
        begin();
        try {
            T result = work.run();
            commitOrTell();
            return result;
        } catch (Throwable failure) {
            rollBack();
            throw failure;
        }
    }

    private void commitOrTell() throws SQLException {
        try {
            commit();
        } catch (SQLException failure) {
            if (CommitVerification.isUnwritten(failure)) {
                throw failure;
            }
            throw new OutcomeUnknown("SQLite failed to commit", failure);
        }
    }

    /** Takes the file's write lock. */
    void begin() throws SQLException {
        if (mayBeOpen) {
            rollBack();
        }
        mayBeOpen = true;
        statement.execute("BEGIN IMMEDIATE");
    }

    /** On return the transaction is on disk. After an exception it may be, and recovery after a crash may still apply it. */
    void commit() throws SQLException {
        statement.execute("COMMIT");
        mayBeOpen = false;
    }

    /** Writes a page without changing it, so that the transaction's commit writes to the log. */
    void touch() throws SQLException {
        int version;
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            version = row.getInt(1);
        }
        statement.execute("PRAGMA user_version = " + version);
    }

    /** Moves the write-ahead log into the file as far as readers permit; true if all of it was moved. */
    boolean checkpoint() throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            row.next();
            return row.getInt("busy") == 0 && row.getInt("log") == row.getInt("checkpointed");
        }
    }

    /** Fails if SQLite has rolled back by itself, as it does after some faults, a full disk for one. */
    private void rollBack() {
        try {
            statement.execute("ROLLBACK");
            mayBeOpen = false;
        } catch (SQLException rolledBackAlready) {
            // otherwise the next transaction fails to begin, and the one after it rolls back first
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
