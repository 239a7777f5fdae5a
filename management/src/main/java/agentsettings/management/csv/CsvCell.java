package agentsettings.management.csv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text as a cell of CSV (RFC 4180), and back. A text that a spreadsheet would execute as a formula gets an apostrophe in front, which
 * is taken away when the cell is read, so that every text comes back as it was. Stateless.
 */
public final class CsvCell {

    /** What a cell says that has an empty text or an empty list, where that differs from a value that is not set. */
    public static final String NONE = "none";

    /** What separates the elements of a list. */
    public static final char LIST_SEPARATOR = '|';

    private static final char GUARD = '\'';
    private static final String BEGINS_FORMULA = "=+-@\t\r";
    private static final String HARMLESS = "0123456789*#+|";

    /** The line of these texts, with its end. A null is an empty cell. */
    public static String line(List<String> texts) {
        return texts.stream().map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String of(String text) {
        if (text == null) {
            return "";
        }
        String guarded = needsGuard(text) ? GUARD + text : text;
        boolean isPlain = guarded.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && SpreadsheetDamage.ofText(guarded).isEmpty();
        return isPlain ? guarded : '"' + guarded.replace("\"", "\"\"") + '"';
    }

    /** The text of a cell that was read. */
    public static String text(String cell) {
        return isGuarded(cell) ? cell.substring(1) : cell;
    }

    /** Whether the cell has an apostrophe that belongs to the form, not to the text. */
    public static boolean isGuarded(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == GUARD
                && (cell.charAt(1) == GUARD || BEGINS_FORMULA.indexOf(cell.charAt(1)) >= 0);
    }

    /** Dialable characters alone form no formula that does any harm. */
    private static boolean needsGuard(String text) {
        if (text.isEmpty()) {
            return false;
        }
        boolean beginsFormula =
                BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 && !text.chars().allMatch(c -> HARMLESS.indexOf(c) >= 0);
        return beginsFormula || text.charAt(0) == GUARD;
    }

    private CsvCell() {}
}
