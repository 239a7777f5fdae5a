package agentsettings.storage.tables;

import agentsettings.core.rules.RuleViolation;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
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
            Stream.of(
                            List.of(
                                    Column.<SettingsRow>text("tenant_id", row -> row.user.tenantId()),
                                    Column.<SettingsRow>text("user_id", row -> row.user.userId())),
                            StoredColumns.<SettingsRow>of(SettingsRow::settings),
                            List.of(Column.<SettingsRow>number("updated_at", row -> row.updatedAt.toEpochMilli())))
                    .flatMap(List::stream)
                    .toList());

    /** Reads {@link StoredColumns#ALL} from this index on. */
    public static StoredSettings readSettings(ResultSet row, int first) throws SQLException {
        return StoredColumns.decode(new Row(row, first));
    }

    /** Reads {@link StoredColumns#QUERIED} from this index on. */
    public static StoredSettings readQueried(ResultSet row, int first) throws SQLException {
        return StoredColumns.decodeQueried(new Row(row, first));
    }

    /** Every rule that {@link StoredColumns#ALL} from this index on break. */
    public static List<RuleViolation> violations(ResultSet row, int first) throws SQLException {
        return StoredColumns.violations(new Row(row, first));
    }

    /** The values of a result's current row. */
    private static final class Row implements StoredColumns.Values {

        private final ResultSet row;
        private int next;

        Row(ResultSet row, int first) {
            this.row = row;
            this.next = first;
        }

        @Override
        public String nextText() throws SQLException {
            return row.getString(next++);
        }

        @Override
        public long nextNumber() throws SQLException {
            return row.getLong(next++);
        }
    }
}
