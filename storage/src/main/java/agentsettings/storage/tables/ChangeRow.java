package agentsettings.storage.tables;

import agentsettings.core.decisions.Change;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.time.Instant;
import java.util.List;

/** A row of {@code change_log}, but for its number, which each engine assigns in its own way. Immutable. */
public record ChangeRow(Change change, Instant at) {

    public static final Table<ChangeRow> TABLE = new Table<>(
            "change_log",
            "seq",
            List.of(
                    Column.number("at", row -> row.at.toEpochMilli()),
                    Column.text("tenant_id", row -> row.change.user().tenantId()),
                    Column.text("user_id", row -> row.change.user().userId()),
                    Column.number("settings_id", ChangeRow::settingsId),
                    Column.text("actor", row -> row.change.caller().actor().name()),
                    Column.text("action", ChangeRow::action),
                    Column.text("before", ChangeRow::before),
                    Column.text("after", ChangeRow::after)));

    private Long settingsId() {
        return switch (change) {
            case SettingsChanged settings ->
                settings.after() != null
                        ? settings.after().id()
                        : settings.before().id();
            case UserAdded added -> null;
        };
    }

    private String action() {
        return switch (change) {
            case SettingsChanged settings when settings.before() == null -> "create";
            case SettingsChanged settings when settings.after() == null -> "delete";
            case SettingsChanged settings -> "update";
            case UserAdded added -> "add user";
        };
    }

    private String before() {
        return change instanceof SettingsChanged settings ? json(settings.before()) : null;
    }

    private String after() {
        return change instanceof SettingsChanged settings ? json(settings.after()) : null;
    }

    private static String json(StoredSettings settings) {
        return settings == null ? null : OutboundColumns.json(settings.outbound());
    }
}
