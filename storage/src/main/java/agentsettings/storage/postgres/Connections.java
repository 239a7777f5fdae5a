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

    /** What is done within a transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work wholly or, when an exception is thrown, as far as anyone can tell not at all. */
    default <T> T inTransaction(Work<T> work) throws SQLException {
        Connection connection = open();
        try {
            T result = work.on(connection);
            connection.commit();
            connection.close();
            return result;
        } catch (Throwable failure) {
            discard(connection);
            throw failure;
        }
    }
}
