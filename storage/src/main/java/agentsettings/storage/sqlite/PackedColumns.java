package agentsettings.storage.sqlite;

import agentsettings.core.decisions.StoredSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.OutboundColumns;
import agentsettings.storage.jdbc.SettingsRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Selects the columns of stored settings as one text, because each column that is read costs several native calls. The text is
 * separated by a character that no column contains; a hyphen, which is no value of these columns, stands for null.
 */
final class PackedColumns {

    /** ASCII's unit separator, {@code char(31)} in SQL. */
    static final String SEPARATOR = "\u001f";

    /** The number of parts that {@link #arguments} add to the text. */
    static final int COUNT = SettingsRow.SETTINGS_COLUMNS.size();

    /** The arguments of SQL's {@code concat_ws(char(31), …)}, from the table of this alias. */
    static String arguments(String alias) {
        return SettingsRow.SETTINGS_COLUMNS.stream()
                .map(column -> "ifnull(" + alias + "." + column + ", '-')")
                .collect(Collectors.joining(", "));
    }

    /** Reads the settings from the first parts of the text. */
    static StoredSettings read(String[] parts) throws SQLException {
        int[] next = {3};
        OutboundSettings outbound = OutboundColumns.decode(() -> {
            String part = parts[next[0]++];
            return part.equals("-") ? null : part;
        });
        return new StoredSettings(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                outbound,
                Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }

    private PackedColumns() {}
}
