package agentsettings.storage.retention;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.users.UserKey;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A change at the beginning of a node's log. Immutable.
 *
 * @param at when it was made, as milliseconds since 1970
 * @param settingsId that of the settings that it is of, 0 for a user's
 * @param isDeletion whether it deleted the record
 */
record OldChange(ChangeNumber number, long at, UserKey user, long settingsId, boolean isDeletion) {

    /** The columns of the log {@code c} behind the number of the change, which comes first. */
    static final String COLUMNS =
            "c.at, c.tenant_id, c.user_id, coalesce(c.settings_id, 0), c.action IN ('delete', 'delete user')";

    static OldChange read(ResultSet row) throws SQLException {
        return new OldChange(
                ChangeNumber.of(row.getLong(1)),
                row.getLong(2),
                new UserKey(row.getString(3), row.getString(4)),
                row.getLong(5),
                row.getBoolean(6));
    }
}
