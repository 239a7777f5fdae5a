package agentsettings.storage.sqlite.batch;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.decisions.Numbers;
import agentsettings.core.settings.SettingsIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Numbers the changes of a write transaction, from the last change in the file on. A number is taken when its change is stored; until then
 * the next decision begins with it again. Used by one thread.
 */
final class SqliteNumbers implements Numbers {

    private final PreparedStatement lastChange;
    private final SettingsIds ids;
    private long stored;
    private long last;

    SqliteNumbers(Connection connection, SettingsIds ids) throws SQLException {
        this.ids = ids;
        lastChange = connection.prepareStatement("""
                SELECT max(ifnull((SELECT max(number) FROM change_log), 0), ifnull((SELECT max(number) FROM change_log_start), 0))
                """);
    }

    /** The id of the last settings that were created, above which new ids begin; 0 if there are none. */
    static long lastId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT max(
                            ifnull((SELECT settings_id FROM change_log WHERE action = 'create' ORDER BY number DESC LIMIT 1), 0),
                            ifnull((SELECT max(settings_id) FROM change_log_start), 0))
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** To be called when a transaction has begun. */
    void begin() throws SQLException {
        try (ResultSet row = lastChange.executeQuery()) {
            row.next();
            stored = row.getLong(1) / ChangeNumber.STEP * ChangeNumber.STEP;
        }
        last = stored;
    }

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public long nextChange() {
        last += ChangeNumber.STEP;
        return last;
    }

    /** Takes the numbers given since this was last called. */
    void take() {
        stored = last;
    }

    /** Gives the same numbers again. */
    void giveBack() {
        last = stored;
    }
}
