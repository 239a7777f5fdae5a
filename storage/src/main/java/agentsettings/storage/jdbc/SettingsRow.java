package agentsettings.storage.jdbc;

import agentsettings.core.decisions.StoredSettings;
import agentsettings.core.decisions.UserKey;
import agentsettings.core.settings.OutboundSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A row of {@code agent_settings}. Immutable. */
public record SettingsRow(UserKey user, StoredSettings settings, Instant updatedAt) {

    public static final Table<SettingsRow> TABLE = new Table<>(
            "agent_settings",
            "tenant_id, user_id",
            Stream.concat(
                            Stream.<Column<SettingsRow>>of(
                                    Column.text("tenant_id", row -> row.user.tenantId()),
                                    Column.text("user_id", row -> row.user.userId()),
                                    Column.number("id", row -> row.settings.id()),
                                    Column.number("version", row -> row.settings.version()),
                                    Column.number(
                                            "created_at",
                                            row -> row.settings.createdAt().toEpochMilli()),
                                    Column.number("updated_at", row -> row.updatedAt.toEpochMilli())),
                            OutboundColumns.<SettingsRow>of(row -> row.settings.outbound()).stream())
                    .toList());

    /** The columns that {@link #settings} are made of. */
    public static final List<String> SETTINGS_COLUMNS = Stream.concat(
                    Stream.of("id", "version", "created_at"), OutboundColumns.names().stream())
            .toList();

    /** Reads {@link #SETTINGS_COLUMNS} from this index on. */
    public static StoredSettings readSettings(ResultSet row, int first) throws SQLException {
        int[] index = {first + 3};
        OutboundSettings outbound = OutboundColumns.decode(() -> row.getString(index[0]++));
        return new StoredSettings(
                row.getLong(first), row.getLong(first + 1), outbound, Instant.ofEpochMilli(row.getLong(first + 2)));
    }
}
