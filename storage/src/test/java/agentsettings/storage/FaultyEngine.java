package agentsettings.storage;

import agentsettings.storage.queue.BatchWriter;
import java.sql.SQLException;

/** An engine whose connections can be made to fail. */
public interface FaultyEngine extends Engine {

    /** A writer on connections with these faults; one met in opening them is thrown. */
    BatchWriter writer(Faults faults, SettableClock clock) throws SQLException;

    /** A trimmer on a connection with these faults; one met in opening it is thrown. */
    LogTrimmer trimmer(Faults faults) throws SQLException;

    /** Demands that the database itself is sound. */
    void requireIntegrity();
}
