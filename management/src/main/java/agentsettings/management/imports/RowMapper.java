package agentsettings.management.imports;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.Command;
import agentsettings.management.imports.parsing.Columns;
import agentsettings.management.imports.parsing.RowValues;
import java.util.List;

/** Turns rows of one kind of records into commands. Stateless. */
interface RowMapper {

    /** The columns that a file may have. */
    Columns columns(ImportMode mode);

    /** The column with the key of the record. */
    String key();

    /** The columns in which no two rows of a file have the same text, the key among them. */
    default List<String> uniqueColumns() {
        return List.of(key());
    }

    /** Adds the faults of all values. */
    void check(RowValues row, ImportMode mode);

    /** The command of a row without faults. */
    Command<?> command(RowValues row, ImportMode mode, Caller caller);
}
