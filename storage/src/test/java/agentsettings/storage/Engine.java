package agentsettings.storage;

import agentsettings.core.store.Store;
import java.time.InstantSource;
import java.util.List;

/** An engine as the store contract sees it: a database of its own, empty at first, that can be opened and looked into. */
public interface Engine {

    /** Opens a store on the database; the one opened before must have been closed. */
    Store open(InstantSource clock);

    /** The whole change log, in the order of its numbers. */
    List<LoggedChange> changeLog();
}
