package agentsettings.storage.jdbc;

import java.sql.SQLException;

/**
 * The transactions of an engine in which statements that are not frequent are executed. Its methods block, and throw {@code
 * StoreUnavailable} if the storage failed. Used by one thread at a time.
 */
public interface StatementSession extends AutoCloseable {

    /** Work to be done with statements. */
    interface Work<T> {
        T on(Statements statements) throws SQLException;
    }

    /** Does work that only reads. */
    <T> T read(Work<T> work);

    /**
     * Does the work in a transaction, which is durable on return.
     *
     * @throws agentsettings.core.store.OutcomeUnknown if its commit failed; it may be stored
     */
    <T> T change(Work<T> work);

    @Override
    void close();
}
