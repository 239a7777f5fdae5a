package agentsettings.management.imports.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The rows of a file one after the other. Holds one row at a time. Used by one thread. */
public interface RowSource {

    /**
     * The next row that has any value; empty at the end.
     *
     * @throws UnreadableFileException if the file can't be read any further
     * @throws IOException if its bytes can't be had
     */
    Optional<RowValues> next() throws IOException;

    /** The rows of a CSV file. */
    static RowSource ofCsv(InputStream in, Columns columns) {
        return new CsvRows(new RowSplitter(in, true), columns);
    }

    /** The rows of a JSON Lines file. */
    static RowSource ofJsonLines(InputStream in, Columns columns) {
        return new JsonRows(new RowSplitter(in, false), columns);
    }
}
