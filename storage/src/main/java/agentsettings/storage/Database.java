package agentsettings.storage;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import java.time.InstantSource;
import java.util.List;

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
    Store openStore(InstantSource clock, LaneLimits limits);

    @Override
    void close();
}
