package agentsettings.storage;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.storage.jdbc.Table;
import java.util.List;

/** A database as a copy writes it: in one transaction, while no server uses it. Used by one thread. */
public interface CopyTarget extends CopySource {

    /** Inserts the rows, whose values are in the order of the table's columns. */
    void write(Table<?> table, List<Object[]> rows);

    /** Makes new ids and new numbers of changes follow those in the change log. To be called when all rows are written. */
    void continueNumbers();

    /** Makes cursors of the source's feed invalid here. To be called when the rows are compared. */
    void renewFeed();

    /**
     * Commits durably.
     *
     * @throws OutcomeUnknown if the commit failed, or the connection was lost meanwhile
     */
    void commit();
}
