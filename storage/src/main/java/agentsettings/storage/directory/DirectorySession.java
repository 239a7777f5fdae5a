package agentsettings.storage.directory;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.Statements;
import java.sql.SQLException;

/**
 * The transactions of an engine in which the directory is read and changed. Its methods block, and throw {@link StoreUnavailable} if
 * the storage failed. Used by one thread at a time.
 */
public interface DirectorySession extends AutoCloseable {

    /** Work to be done with statements. */
    interface Work<T> {
        T on(Statements statements) throws SQLException;
    }

    /** Does work that only reads. */
    <T> T read(Work<T> work);

    /** Does the work in a transaction, which is durable on return. */
    <T> T change(Work<T> work);

    @Override
    void close();
}
