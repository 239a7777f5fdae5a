package agentsettings.storage.changelog;

import agentsettings.core.apps.Actor;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserKey;
import agentsettings.storage.tables.OutboundColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads changes from rows whose first column is the number of the change, followed by {@link #COLUMNS}. */
public final class LoggedChangeReader {

    public static final List<String> COLUMNS =
            List.of("previous", "at", "settings_id", "settings_version", "actor_kind", "actor", "before", "after");

    /** The columns of the result with the number of the change before, and with the settings that were changed. */
    public static final int PREVIOUS = 2;

    public static final int SETTINGS_ID = 4;
    public static final int SETTINGS_VERSION = 5;

    private static final int AT = 3;

    /** When the change was made, as milliseconds since 1970. */
    public static long at(ResultSet row) throws SQLException {
        return row.getLong(AT);
    }

    /**
     * The change, which is one of this user.
     *
     * @throws RuntimeException of some kind if the row is invalid
     */
    public static LoggedChange read(ResultSet row, UserKey user) throws SQLException {
        long number = row.getLong(1);
        Instant at = Instant.ofEpochMilli(at(row));
        Actor actor = ActorColumns.read(row.getString(6), row.getString(7));
        String before = row.getString(8);
        String after = row.getString(9);
        long settingsId = row.getLong(SETTINGS_ID);
        if (row.wasNull()) {
            return new LoggedChange.OfUser(number, at, actor, user, UserJson.decode(before), UserJson.decode(after));
        }
        return new LoggedChange.OfSettings(
                number, at, actor, user, settingsId, row.getLong(SETTINGS_VERSION), settings(before), settings(after));
    }

    private static OutboundSettings settings(String json) throws SQLException {
        return json == null ? null : OutboundColumns.ofMembers(JsonMembers.read(json)::get);
    }

    private LoggedChangeReader() {}
}
