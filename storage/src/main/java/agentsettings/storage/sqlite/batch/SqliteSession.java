package agentsettings.storage.sqlite.batch;

import agentsettings.core.settings.SettingsIds;
import agentsettings.core.state.OptimisticCreateState;
import agentsettings.core.state.State;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection for writing, with its transactions and its prepared statements. After a failure it is closed and another one opened,
 * since the driver closes a statement that fails. Used by one thread.
 */
record SqliteSession(
        Transactions transactions, State state, State optimisticState, SqliteChanges changes, SqliteNumbers numbers)
        implements AutoCloseable {

    /** Takes over the connection; closes it on an exception. */
    static SqliteSession on(Connection connection, SettingsIds ids) throws SQLException {
        try {
            Transactions transactions = new Transactions(connection);
            SqliteState state = new SqliteState(connection);
            return new SqliteSession(
                    transactions,
                    state,
                    new OptimisticCreateState(state),
                    new SqliteChanges(connection),
                    new SqliteNumbers(connection, ids));
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }

    /** Begins a transaction. */
    void begin() throws SQLException {
        transactions.begin();
        numbers.begin();
    }

    /** Rolls back a transaction that is open. The driver closes the statements with the connection. */
    @Override
    public void close() throws SQLException {
        transactions.close();
    }
}
