package agentsettings.management.imports.parsing;

import agentsettings.core.jobs.RowFault;
import agentsettings.core.jobs.RowFault.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the first row of a CSV file, which has the names of the columns. Used by one thread. */
final class CsvHeader {

    private static final int NAME_SHOWN_MAX = 40;
    private static final Pattern OTHER_SEPARATORS = Pattern.compile("[;\t|]");

    private final Columns columns;
    private final long row;
    private final List<RowFault> faults = new ArrayList<>();

    CsvHeader(Columns columns, long row) {
        this.columns = columns;
        this.row = row;
    }

    /**
     * The columns in the order of the names.
     *
     * @throws UnreadableFileException with all that are unknown, double or missing
     */
    List<ImportColumn> read(List<String> names) {
        if (names.size() == 1 && OTHER_SEPARATORS.matcher(names.getFirst()).find()) {
            fault(null, Code.UNKNOWN_COLUMN, "The columns must be separated by commas.");
            throw new UnreadableFileException(faults);
        }
        List<ImportColumn> found = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<ImportColumn> column = columns.find(name);
            if (!present.add(name)) {
                fault(name, Code.DUPLICATE_COLUMN, "is there twice.");
            } else if (column.isPresent()) {
                found.add(column.get());
            } else if (name.isEmpty()) {
                fault(null, Code.UNKNOWN_COLUMN, "Column " + (i + 1) + " has no name.");
            } else {
                fault(name, Code.UNKNOWN_COLUMN, columns.unknown(name));
            }
        }
        columns.missing(present).forEach(name -> fault(name, Code.MISSING_COLUMN, "is missing from the header."));
        if (!faults.isEmpty()) {
            throw new UnreadableFileException(faults);
        }
        return found;
    }

    private void fault(String column, Code code, String detail) {
        faults.add(new RowFault(row, column == null ? null : shown(column), code, detail));
    }

    /** A name from the file, or its beginning if it is long. */
    static String shown(String name) {
        return name.codePointCount(0, name.length()) <= NAME_SHOWN_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN_MAX)) + "…";
    }
}
