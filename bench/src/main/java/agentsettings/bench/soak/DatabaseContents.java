package agentsettings.bench.soak;

import agentsettings.bench.load.Samples;
import agentsettings.bench.stress.TestedService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What the database holds after a soak.
 *
 * @param byUserId the default display numbers
 * @param changes the number of changes in the log
 */
record DatabaseContents(Map<String, String> byUserId, long changes) {

    /** Reads them from the database of a service that is stopped. */
    static DatabaseContents read(TestedService service) throws SQLException {
        Map<String, String> byUserId = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(service.url(), service.user(), "");
                Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("SELECT user_id, default_display_number FROM agent_settings")) {
                while (rows.next()) {
                    byUserId.put(rows.getString(1), rows.getString(2));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM change_log")) {
                row.next();
                return new DatabaseContents(byUserId, row.getLong(1));
            }
        }
    }

    /** The number of a user's settings; empty if there are none. */
    String of(long user) {
        return byUserId.getOrDefault(Samples.userId(user), "");
    }
}
