package agentsettings.storage.copy;

/** Receives the progress of a copy. Used by one thread. */
public interface CopyProgress {

    /** A phase with this number of rows begins. */
    void begin(String phase, long rows);

    /** More rows are done. */
    void done(long rows);
}
