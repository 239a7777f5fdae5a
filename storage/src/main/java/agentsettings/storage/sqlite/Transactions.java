package agentsettings.storage.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs work on one connection, wholly and durably or not at all. Owns the connection; used by one thread. */
final class Transactions implements AutoCloseable {

    private final Connection connection;

    /** Prepares each text anew: of a prepared statement that fails, as a rollback may, the driver lets go for ever. */
    private final Statement statement;

    private boolean mayBeOpen;

    Transactions(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
        withoutDriversTransactions();
    }

    /**
     * In its autocommit the driver tries to begin a transaction before each write; out of it, it begins the next one at each of its
     * own commits, which holds the file's lock. So it is put out of autocommit, and never asked to commit.
     */
    private void withoutDriversTransactions() throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("COMMIT");
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the work under the file's write lock; on return it is on disk, on an exception nothing of it is there. */
    <T> T run(Work<T> work) throws SQLException {
        if (mayBeOpen) {
            rollBack();
        }
        mayBeOpen = true;
        statement.execute("BEGIN IMMEDIATE");
        try {
            T result = work.run();
            statement.execute("COMMIT");
            mayBeOpen = false;
            return result;
        } catch (Throwable failure) {
            rollBack();
            throw failure;
        }
    }

    /** Moves what the write-ahead log holds into the file, as far as readers let it; true when that is all of it. */
    boolean checkpoint() throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            row.next();
            return row.getInt("busy") == 0 && row.getInt("log") == row.getInt("checkpointed");
        }
    }

    /** SQLite rolls back by itself after some faults, a full disk for one, and then refuses to do so again. */
    private void rollBack() {
        try {
            statement.execute("ROLLBACK");
            mayBeOpen = false;
        } catch (SQLException rolledBackAlready) {
            // if not, the next transaction can't begin and tells so; the one after it tries to roll back again
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
