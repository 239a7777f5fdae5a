package agentsettings.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that each record's history can be followed: from its last change, or from its deletion, back to its beginning or to that of
 * the log.
 */
public final class HistoryCheck {

    private static final String LOG = """
            log AS (
                SELECT seq * 1024 + node AS number, previous, tenant_id, user_id, settings_id, settings_version, action
                FROM change_log)
            """;

    /** Changes whose previous change is not the one before of the same record. */
    private static final String BROKEN_LINKS = "WITH " + LOG + """
            SELECT 'change ' || c.number || ' (' || c.action || ' of ' || c.user_id || ') follows ' || c.previous
            FROM log c LEFT JOIN log p ON p.number = c.previous AND p.tenant_id = c.tenant_id AND p.user_id = c.user_id
            LEFT JOIN change_log_start s ON s.node = c.previous % 1024 AND c.previous > 0 AND c.previous <= s.number
            WHERE s.node IS NULL AND CASE
                WHEN c.action IN ('create', 'add user') THEN c.previous <> 0
                WHEN c.settings_id IS NOT NULL
                    THEN p.number IS NULL OR p.settings_id <> c.settings_id OR p.settings_version <> c.settings_version - 1
                ELSE p.number IS NULL OR p.action NOT IN ('add user', 'update user') END
            """;

    /** Changes that are followed by two others, or by none although their record is neither stored nor deleted. */
    private static final String LOST_ENDS = "WITH " + LOG + """
            , ends AS (
                SELECT tenant_id, user_id, change FROM agent_settings
                UNION ALL SELECT tenant_id, user_id, change FROM t_aicc_pub_appcube_user
                UNION ALL SELECT tenant_id, user_id, change FROM deleted_record
                UNION ALL SELECT tenant_id, user_id, previous FROM log WHERE previous <> 0)
            SELECT 'change ' || c.number || ' (' || c.action || ' of ' || c.user_id || ') has ' || count(e.change) || ' successors'
            FROM log c LEFT JOIN ends e ON e.change = c.number AND e.tenant_id = c.tenant_id AND e.user_id = c.user_id
            GROUP BY c.number, c.action, c.user_id HAVING count(e.change) <> 1
            """;

    /** Ends of histories whose changes have been removed. */
    private static final String DANGLING_ENDS = "WITH " + LOG + """
            SELECT 'the deletion ' || d.change || ' of ' || d.user_id || ' is not in the log'
            FROM deleted_record d WHERE NOT EXISTS (SELECT 1 FROM log c WHERE c.number = d.change)
            """;

    /** A sentence about each change that can't be reached from its record, or in more than one way. */
    public static List<String> faults(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (String query : List.of(BROKEN_LINKS, LOST_ENDS, DANGLING_ENDS)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    faults.add(row.getString(1));
                }
            }
        }
        return faults;
    }

    private HistoryCheck() {}
}
