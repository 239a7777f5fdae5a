package agentsettings.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where connections come from. They are not in autocommit; closing one undoes what it has not committed. Safe for use by many
 * threads.
 */
interface Connections {

    /** A connection, which its user closes or discards. */
    Connection open() throws SQLException;

    /** Closes for good a connection on which something went wrong. */
    void discard(Connection connection);

    /** Gives back a connection that has committed: whatever happens now is no failure of what was committed. */
    default void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException dead) {
            discard(connection);
        }
    }

    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work wholly or, when an exception is thrown, as far as anyone can tell not at all. */
    default <T> T inTransaction(Work<T> work) throws SQLException {
        Connection connection = open();
        T result;
        try {
            result = work.on(connection);
            connection.commit();
        } catch (Throwable failure) {
            discard(connection);
            throw failure;
        }
        giveBack(connection);
        return result;
    }

    /** Does work that changes nothing, each statement as a transaction of its own, which spares the commit's round trip. */
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
