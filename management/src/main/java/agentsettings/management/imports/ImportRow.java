package agentsettings.management.imports;

import agentsettings.core.commands.Command;
import agentsettings.core.jobs.RowFault;
import java.util.List;

/** What becomes of a row of an import file. Immutable. */
public sealed interface ImportRow {

    /** Its number as a spreadsheet shows it: the header of CSV is row 1, and blank rows count. */
    long number();

    /**
     * A row without faults.
     *
     * @param key of its record: a USER_ID or a number
     */
    record Parsed(long number, String key, Command<?> command) implements ImportRow {}

    /** A row with all its faults. */
    record Faulty(long number, List<RowFault> faults) implements ImportRow {}

    /**
     * Here the file can't be read any further; it is the last. It counts as no row.
     *
     * @param number of the row at which reading ended
     * @param faults of the file, at least one
     */
    record Unreadable(long number, List<RowFault> faults) implements ImportRow {}
}
