package agentsettings.storage.verify;

import agentsettings.core.rules.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Checks each row that a statement selects.
 *
 * @param table whose rows they are
 * @param select the statement
 */
record RowCheck(String table, String select, Check check) {

    /** Checks the current row. */
    @FunctionalInterface
    interface Check {
        void of(ResultSet row, Findings findings) throws SQLException;
    }

    /** Reads a value from the current row, which fails if the row is invalid. */
    @FunctionalInterface
    interface Reader {
        Object read(ResultSet row) throws SQLException;
    }

    static final String INVALID = "its values are invalid";

    /** Whether the row can be read. The reader's message is not shown, since it may hold a value. */
    static boolean isReadable(ResultSet row, Reader reader) throws SQLException {
        try {
            reader.read(row);
            return true;
        } catch (RuntimeException invalid) {
            return false;
        }
    }

    /** A finding for each rule that a value of the row breaks. */
    static void report(String table, String key, List<RuleViolation> violations, Findings findings) {
        for (RuleViolation violation : violations) {
            String field = violation.field().name().toLowerCase(Locale.ROOT);
            String element = violation.isAboutElement() ? ", number " + (violation.element() + 1) : "";
            findings.add(table, key, field + element + " " + violation.rule().description());
        }
    }
}
