package agentsettings.storage;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A database of ours, whichever engine keeps it; its {@code toString} tells people where it is, without secrets. All methods block,
 * and throw {@link StoreUnavailable} when the storage fails. What was opened is closed before the database is. Safe for use by
 * many threads.
 */
public interface Database extends AutoCloseable {

    /** Every migration of the schema in its order, applied or not. */
    List<Migration> migrations();

    /** Brings the schema up to date. */
    void migrate();

    /** Opens the directory; the schema must be up to date. */
    Directory openDirectory(InstantSource clock);

    /** Starts to take commands; the schema must be up to date. */
    Store openStore(InstantSource clock, BatchLimits limits);

    /** What a person may want to know beside the schema, by what it is called. */
    Map<String, String> facts();

    /** A connection of its own for reading whole tables, however long that takes. It is not in a transaction yet, and changes nothing. */
    Connection openForReading() throws SQLException;

    /** A connection of its own for writing whole tables, however long that takes. It is not in a transaction yet. */
    Connection openForWriting() throws SQLException;

    @Override
    void close();
}
