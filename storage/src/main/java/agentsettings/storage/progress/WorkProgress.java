package agentsettings.storage.progress;

/** Receives the progress of long work. Used by one thread. */
public interface WorkProgress {

    /** The number of rows of a phase that can't be counted. */
    long UNKNOWN = -1;

    /** A phase with this number of rows begins. */
    void begin(String phase, long rows);

    /** More rows are done. */
    void done(long rows);
}
