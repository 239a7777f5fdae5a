package agentsettings.cli.output;

/** Writes the rows of a list in one of the forms of output. Used by one thread. */
interface RowWriter<T> {

    /** Writes a row, or keeps it for a while. */
    void write(T row);

    /** Writes what is kept. */
    void end();
}
