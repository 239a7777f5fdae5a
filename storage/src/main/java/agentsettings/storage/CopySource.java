package agentsettings.storage;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.Table;
import java.util.Map;

/**
 * A database as a copy reads it: one state of it throughout, while no server uses it. All methods throw {@link StoreUnavailable} if
 * the storage failed. Used by one thread.
 */
public interface CopySource extends AutoCloseable {

    /** Receives rows. */
    @FunctionalInterface
    interface RowConsumer {

        /** Receives the values of a row, in the order of the table's columns. */
        void accept(Object[] row);
    }

    /** The number of rows of each table that exists. */
    Map<String, Long> rowCounts();

    /** Reads the table in the order of its key. */
    void read(Table<?> table, RowConsumer consumer);

    /** Rolls back what is not committed. */
    @Override
    void close();
}
