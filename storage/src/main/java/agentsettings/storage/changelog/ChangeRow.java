package agentsettings.storage.changelog;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.tables.OutboundColumns;
import java.time.Instant;
import java.util.List;

/** A row of {@code change_log}. Immutable. */
public record ChangeRow(Change change, Instant at) {

    /** PostgreSQL stores the number as that of the node and that of the change among the node's. */
    public static final Table<ChangeRow> TABLE = new Table<>(
            "change_log",
            "number",
            List.of(
                    Column.number("number", row -> row.change.number()),
                    Column.number("previous", row -> row.change.previous()),
                    Column.number("at", row -> row.at.toEpochMilli()),
                    Column.text("tenant_id", row -> row.change.user().tenantId()),
                    Column.text("user_id", row -> row.change.user().userId()),
                    Column.number(
                            "settings_id",
                            row -> settings(row) == null ? null : settings(row).id()),
                    Column.number("settings_version", ChangeRow::settingsVersion),
                    Column.text(
                            "actor_kind",
                            row -> ActorColumns.kind(row.change.caller().actor())),
                    Column.text(
                            "actor",
                            row -> ActorColumns.name(row.change.caller().actor())),
                    Column.text("action", ChangeRow::action),
                    Column.text("before", ChangeRow::before),
                    Column.text("after", ChangeRow::after)));

    /** The settings that were changed, null for a user. */
    private static StoredSettings settings(ChangeRow row) {
        return row.change instanceof SettingsChanged changed
                ? changed.after() != null ? changed.after() : changed.before()
                : null;
    }

    /** A deletion counts as a version, too, so that no two changes have the same. */
    private Long settingsVersion() {
        StoredSettings settings = settings(this);
        return settings == null ? null : settings.version() + (change.isDeletion() ? 1 : 0);
    }

    private String action() {
        return switch (change) {
            case SettingsChanged settings when settings.before() == null -> "create";
            case SettingsChanged settings when settings.after() == null -> "delete";
            case SettingsChanged settings -> "update";
            case UserChanged user when user.before() == null -> "add user";
            case UserChanged user when user.after() == null -> "delete user";
            case UserChanged user -> "update user";
        };
    }

    private String before() {
        return switch (change) {
            case SettingsChanged settings -> json(settings.before());
            case UserChanged user -> UserJson.encode(user.before());
        };
    }

    private String after() {
        return switch (change) {
            case SettingsChanged settings -> json(settings.after());
            case UserChanged user -> UserJson.encode(user.after());
        };
    }

    private static String json(StoredSettings settings) {
        return settings == null ? null : OutboundColumns.json(settings.outbound());
    }
}
