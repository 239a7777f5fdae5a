package agentsettings.storage.changelog;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.util.List;

/**
 * A row of {@code change_log_start}: where the log of a node begins. Immutable.
 *
 * @param last the last change that was removed from the log
 * @param settingsId the largest id of settings in the log up to it
 */
public record LogStartRow(ChangeNumber last, long settingsId) {

    public static final Table<LogStartRow> TABLE = new Table<>(
            "change_log_start",
            "node",
            List.of(
                    Column.number("node", row -> (long) row.last.node()),
                    Column.number("number", row -> row.last.value()),
                    Column.number("settings_id", LogStartRow::settingsId)));
}
