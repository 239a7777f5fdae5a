package agentsettings.storage.changelog;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.storage.tables.OutboundColumns;
import java.sql.SQLException;
import java.util.Objects;

/** Compares records with the JSON by which the change log shows them. Stateless. */
public final class LoggedRecord {

    /**
     * Whether the JSON shows these settings.
     *
     * @throws RuntimeException of some kind if it can't be read
     */
    public static boolean shows(String json, OutboundSettings settings) throws SQLException {
        return OutboundColumns.json(settings).equals(json)
                || settings.equals(OutboundColumns.ofMembers(JsonMembers.read(json)::get));
    }

    /**
     * Whether the JSON shows this user.
     *
     * @throws RuntimeException of some kind if it can't be read
     */
    public static boolean shows(String json, StoredUser user) {
        return UserJson.encode(user).equals(json)
                || (user.profile().equals(UserJson.decode(json))
                        && user.sumUserId().equals(JsonMembers.read(json).get("sumUserId")));
    }

    /**
     * Whether both show the same record; null shows that there is none.
     *
     * @throws RuntimeException of some kind if one can't be read
     */
    public static boolean showSame(String json, String other) {
        if (json == null || other == null) {
            return Objects.equals(json, other);
        }
        return json.equals(other) || JsonMembers.read(json).equals(JsonMembers.read(other));
    }

    private LoggedRecord() {}
}
