package agentsettings.storage.records;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Supplies connections for reading records, which nothing else uses: no more than a few at a time, others wait in their order. Its
 * methods block, and see everything that was acknowledged before they were called. Safe for use by many threads.
 */
public interface RecordReads extends AutoCloseable {

    /** What is to be read. */
    @FunctionalInterface
    interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    /**
     * Reads by statements each of which may see another state.
     *
     * @throws agentsettings.core.store.StoreOverloaded if too many others read, or after {@link #close}
     */
    <T> T read(Read<T> read) throws SQLException;

    /**
     * Reads one state by several statements.
     *
     * @throws agentsettings.core.store.StoreOverloaded if too many others read, or after {@link #close}
     */
    <T> T readSnapshot(Read<T> read) throws SQLException;

    /** Closes the connections, those in use when their reads have ended. */
    @Override
    void close();
}
