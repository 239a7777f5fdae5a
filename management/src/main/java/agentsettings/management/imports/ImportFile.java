package agentsettings.management.imports;

import agentsettings.core.apps.Caller;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.jobs.RowFault.Code;
import agentsettings.management.imports.parsing.Columns;
import agentsettings.management.imports.parsing.RowParser;
import agentsettings.management.imports.parsing.RowValues;
import agentsettings.management.imports.parsing.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an import file row by row. Each row that is not blank becomes a {@link ImportRow.Parsed} or a {@link ImportRow.Faulty}, in the
 * order of the file and with the same number however often the file is read. Holds one row, and about 16 bytes for
 * each that was read, of users twice that.
 * Used by one thread.
 */
public final class ImportFile implements AutoCloseable {

    /** The number of the last row that a file may have. */
    public static final int ROWS_MAX = 5_000_000;

    private final RowMapper mapper;
    private final ImportMode mode;
    private final Caller caller;
    private final InputStream in;
    private final RowParser rows;
    private final Map<String, KeySet> texts = new HashMap<>();
    private boolean isEnded;

    /**
     * Reads a file.
     *
     * @param in the bytes of the file, unpacked
     * @param caller who requests the commands
     */
    public ImportFile(InputStream in, ImportFormat format, ImportKind kind, ImportMode mode, Caller caller) {
        this.mapper = kind.mapper();
        this.mode = mode;
        this.caller = caller;
        this.in = in;
        mapper.uniqueColumns().forEach(column -> texts.put(column, new KeySet()));
        Columns columns = mapper.columns(mode);
        this.rows = format == ImportFormat.CSV ? RowParser.ofCsv(in, columns) : RowParser.ofJsonLines(in, columns);
    }

    /**
     * The next row; empty at the end, also behind an {@link ImportRow.Unreadable}.
     *
     * @throws UncheckedIOException if the bytes can't be had, which is no fault of the file
     */
    public Optional<ImportRow> next() {
        if (isEnded) {
            return Optional.empty();
        }
        try {
            Optional<RowValues> row = rows.next();
            isEnded = row.isEmpty();
            return row.map(this::importRow);
        } catch (UnreadableFileException e) {
            return Optional.of(unreadable(e.faults()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportRow importRow(RowValues row) {
        if (row.number() > ROWS_MAX) {
            return unreadable(List.of(new RowFault(
                    row.number(), null, Code.FILE_TOO_LARGE, "The file has more than " + ROWS_MAX + " rows.")));
        }
        if (!row.isUnreadable()) {
            mapper.check(row, mode);
            mapper.uniqueColumns().forEach(column -> checkUnique(row, column));
        }
        return row.faults().isEmpty()
                ? new ImportRow.Parsed(row.number(), row.text(mapper.key()).value(), mapper.command(row, mode, caller))
                : new ImportRow.Faulty(row.number(), row.faults());
    }

    private void checkUnique(RowValues row, String column) {
        String text = row.text(column).value();
        if (text != null && !row.isFaulty(column)) {
            int earlier = texts.get(column).add(text, (int) row.number());
            if (earlier > 0) {
                row.fault(column, Code.DUPLICATE, "is the same as in row " + earlier + ".");
            }
        }
    }

    private ImportRow unreadable(List<RowFault> faults) {
        isEnded = true;
        return new ImportRow.Unreadable(faults.getFirst().row(), faults);
    }

    /** Closes the file. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
