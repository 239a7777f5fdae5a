package agentsettings.management.imports.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The rows of a file one after the other. Holds one row at a time. Used by one thread. */
public interface RowParser {

    /**
     * The next row that has any value; empty at the end.
     *
     * @throws UnreadableFileException if the file can't be read any further
     * @throws IOException if its bytes can't be had
     */
    Optional<RowValues> next() throws IOException;

    /** The rows of a CSV file. */
    static RowParser ofCsv(InputStream in, Columns columns) {
        return new CsvRowParser(new RowSplitter(in, true), columns);
    }

    /** The rows of a JSON Lines file. */
    static RowParser ofJsonLines(InputStream in, Columns columns) {
        return new JsonRowParser(new RowSplitter(in, false), columns);
    }
}
