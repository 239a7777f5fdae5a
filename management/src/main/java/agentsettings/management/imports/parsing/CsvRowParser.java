package agentsettings.management.imports.parsing;

import agentsettings.core.jobs.RowFault.Code;
import agentsettings.core.patches.Edit;
import agentsettings.management.csv.CsvCell;
import agentsettings.management.csv.SpreadsheetDamage;
import agentsettings.management.imports.parsing.ImportColumn.Need;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldModifier;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a CSV file (RFC 4180, in UTF-8), by the names in its first row. Used by one thread. */
final class CsvRowParser implements RowParser {

    private static final int CELLS_MAX = 1000;
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(String.valueOf(CsvCell.LIST_SEPARATOR)));

    private final CsvReaderBuilder csv = CsvReader.builder();
    private final RowSplitter rows;
    private final Columns columns;
    private List<ImportColumn> header;

    /** Notes which cells of a row are in quotation marks. */
    private static final class QuotedCells implements FieldModifier {

        private final BitSet indexes = new BitSet();

        @Override
        public String modify(long startingLineNumber, int index, boolean quoted, String cell) {
            indexes.set(index, quoted);
            return cell;
        }
    }

    /** The cells of a row. */
    private record Cells(List<String> texts, BitSet quoted) {}

    CsvRowParser(RowSplitter rows, Columns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public Optional<RowValues> next() throws IOException {
        if (header == null) {
            header = readHeader();
        }
        Optional<RowValues> next;
        do {
            Optional<RawRow> row = rows.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            next = values(row.get());
        } while (next.isEmpty());
        return next;
    }

    private List<ImportColumn> readHeader() throws IOException {
        RawRow first = rows.next()
                .orElseThrow(() -> new UnreadableFileException(
                        1,
                        Code.MISSING_COLUMN,
                        "The file is empty; its first row must have the names of the columns."));
        RowValues faults = new RowValues(first.number());
        Optional<Cells> names = cells(first, faults);
        if (names.isEmpty()) {
            throw new UnreadableFileException(faults.faults());
        }
        return new CsvHeader(columns, first.number()).read(names.get().texts());
    }

    /** Empty if the row has no value: spreadsheets write such rows where a row was cleared. */
    private Optional<RowValues> values(RawRow row) {
        RowValues values = new RowValues(row.number());
        Optional<Cells> cells = cells(row, values);
        if (cells.isEmpty()) {
            return Optional.of(values);
        }
        List<String> texts = cells.get().texts();
        if (texts.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        if (texts.size() != header.size()) {
            values.fault(
                    null, Code.CELL_COUNT, "The row must have " + header.size() + " cells; got " + texts.size() + ".");
            return Optional.of(values);
        }
        for (int i = 0; i < texts.size(); i++) {
            read(header.get(i), texts.get(i), cells.get().quoted().get(i), values);
        }
        return Optional.of(values);
    }

    private Optional<Cells> cells(RawRow row, RowValues values) {
        if (row.isTooLong()) {
            values.fault(null, Code.TOO_LONG, "The row must have at most " + RowSplitter.ROW_MAX + " bytes.");
            return Optional.empty();
        }
        Optional<String> text = row.text();
        if (text.isEmpty()) {
            values.fault(null, Code.INVALID_ENCODING, row.encodingFault());
            return Optional.empty();
        }
        QuotedCells quoted = new QuotedCells();
        StringArrayHandler handler = StringArrayHandler.builder()
                .maxFields(CELLS_MAX)
                .fieldModifier(quoted)
                .build();
        try {
            return Optional.of(new Cells(List.of(csv.ofSingleCsvRecord(handler, text.get())), quoted.indexes));
        } catch (CsvParseException e) {
            values.fault(
                    null,
                    Code.MALFORMED,
                    "A quotation mark that closes a cell must be followed by a comma or the end of the row; within a cell"
                            + " it must be doubled.");
            return Optional.empty();
        }
    }

    /** What is spoilt has a fault and no value, so that no rule finds it faulty again. */
    private static void read(ImportColumn column, String cell, boolean quoted, RowValues values) {
        String name = column.name();
        boolean isNone = column.type().hasNone() && cell.equals(CsvCell.NONE);
        if (cell.isEmpty() || column.need() == Need.IGNORED) {
            return;
        } else if (isNone && column.type().isList()) {
            values.putList(name, Edit.assign(List.of()));
        } else if (isNone) {
            values.put(name, Edit.assign(""));
        } else if (column.type().isList()) {
            readList(column, cell, values);
        } else if (isUndamaged(name, "", damage(column, cell, quoted), values)) {
            values.put(name, Edit.assign(column.type().isDialable() ? cell : CsvCell.text(cell)));
        }
    }

    private static void readList(ImportColumn column, String cell, RowValues values) {
        List<String> list = List.of(SEPARATOR.split(cell, -1));
        boolean isUndamaged = true;
        for (int i = 0; i < list.size() && column.type().isDialable(); i++) {
            isUndamaged &= isUndamaged(
                    column.name(), "number " + (i + 1) + ": ", SpreadsheetDamage.ofNumber(list.get(i)), values);
        }
        if (isUndamaged) {
            values.putList(column.name(), Edit.assign(list));
        }
    }

    /** An id in quotation marks, or with an apostrophe that the form puts in front, is what it seems to be. */
    private static Optional<String> damage(ImportColumn column, String cell, boolean quoted) {
        if (column.type().isDialable()) {
            return SpreadsheetDamage.ofNumber(cell);
        }
        boolean suspect = column.type() == ImportColumn.Type.ID && !quoted && !CsvCell.isGuarded(cell);
        return suspect ? SpreadsheetDamage.ofText(cell) : Optional.empty();
    }

    private static boolean isUndamaged(String column, String element, Optional<String> damage, RowValues values) {
        damage.ifPresent(detail -> values.fault(column, Code.SPOILT_NUMBER, element + detail));
        return damage.isEmpty();
    }
}
