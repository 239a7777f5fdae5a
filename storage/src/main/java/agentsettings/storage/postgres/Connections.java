package agentsettings.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Supplies connections, which are not in autocommit mode. Closing one rolls back what it has not committed. Safe for use by many
 * threads.
 */
interface Connections {

    /** A connection, to be closed or discarded by the caller. */
    Connection open() throws SQLException;

    /** Closes a connection that failed and removes it from any pool. */
    void discard(Connection connection);

    /** Closes a connection that has committed. A failure now does not affect what was committed. */
    default void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException dead) {
            discard(connection);
        }
    }

    /** Work to be done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A commit failed, perhaps after it was carried out. */
    final class FailedCommitException extends SQLException {

        private static final long serialVersionUID = 1L;

        FailedCommitException(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }

    /**
     * Does the work in a transaction. On any exception but this one nothing is stored.
     *
     * @throws FailedCommitException if the commit failed; what the transaction did may be stored
     */
    default <T> T inTransaction(Work<T> work) throws SQLException {
        Connection connection = open();
        T result;
        try {
            result = work.on(connection);
            commit(connection);
        } catch (Throwable failure) {
            discard(connection);
            throw failure;
        }
        giveBack(connection);
        return result;
    }

    private static void commit(Connection connection) throws FailedCommitException {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new FailedCommitException(failure);
        }
    }

    /** Does work that only reads, each statement in a transaction of its own, which saves the round trip of a commit. */
    default <T> T outsideTransactions(Work<T> work) throws SQLException {
        Connection connection = open();
        T result;
        try {
            connection.setAutoCommit(true);
            result = work.on(connection);
        } catch (Throwable failure) {
            discard(connection);
            throw failure;
        }
        giveBack(connection);
        return result;
    }
}
