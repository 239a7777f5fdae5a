package agentsettings.storage.copy;

/** Is told how far a copy is. Used by one thread. */
public interface CopyProgress {

    /** Begins to do something, a word or two, with so many rows. */
    void begin(String what, long rows);

    /** So many more rows are done. */
    void done(long rows);
}
