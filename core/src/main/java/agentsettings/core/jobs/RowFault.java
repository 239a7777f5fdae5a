package agentsettings.core.jobs;

import java.util.Locale;

/**
 * Why a row of a file is not applied, or a file is not read any further. A row may have several faults. Immutable.
 *
 * @param row its number as a spreadsheet shows it: a header is row 1. In a bulk change, the position of its user
 * @param userId the user of the row, null if the row is about none, or does not say it in a valid way
 * @param column the column whose value is wrong, null if the fault is one of the row as a whole
 * @param detail a sentence for people, without the value
 */
public record RowFault(long row, String userId, String column, Code code, String detail) {

    /** A fault of a row whose user is not known. */
    public RowFault(long row, String column, Code code, String detail) {
        this(row, null, column, code, detail);
    }

    /** The same fault, with the user of its row. */
    public RowFault of(String user) {
        return new RowFault(row, user, column, code, detail);
    }

    /** The kinds of faults. */
    public enum Code {
        /** A value is missing. */
        REQUIRED,
        /** A value is none of those that its column may have. */
        INVALID_VALUE,
        /** A value has a character that its column may not have. */
        INVALID_CHARACTER,
        /** A value is too short or too long. */
        WRONG_LENGTH,
        /** A list has too many elements. */
        TOO_MANY_VALUES,
        /** A value of JSON is of another type than its member has. */
        WRONG_TYPE,
        /** A spreadsheet program has changed a number into something else, such as {@code 1.38E+10}. */
        SPOILT_NUMBER,
        /** The row has too few or too many cells. */
        CELL_COUNT,
        /** The row is no record of the file's format. */
        MALFORMED,
        /** The row is not in UTF-8. */
        INVALID_ENCODING,
        /** The row is too long. */
        TOO_LONG,
        /** The file has a column, or the row a member, that is not known. */
        UNKNOWN_COLUMN,
        /** The file has a column, or the row a member, twice. */
        DUPLICATE_COLUMN,
        /** The file has not a column that is required. */
        MISSING_COLUMN,
        /** The file ends within a cell in quotation marks. */
        UNCLOSED_QUOTE,
        /** The file has too many rows. */
        FILE_TOO_LARGE,
        /** An earlier row of the file is about the same record. */
        DUPLICATE,
        /** The tenant space has no such user. */
        UNKNOWN_USER,
        /** There is such a record already. */
        ALREADY_EXISTS,
        /** Another user has this account. */
        ACCOUNT_TAKEN,
        /** Another user has this USER_ID or SUM_USER_ID. */
        USER_ID_TAKEN,
        /** The user has another SUM_USER_ID, which can't be changed. */
        SUM_USER_ID_DIFFERS,
        /** The user has no settings. */
        NO_SETTINGS,
        /** The number is not allotted to the tenant space. */
        NUMBER_NOT_ALLOTTED,
        /** The record was changed since, so that it is left as it is. */
        CHANGED_SINCE,
        /** The change log no longer has what would be put back. */
        NOT_KEPT;

        /** The code as it is written outside, such as {@code unknown-user}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
