package agentsettings.storage.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts about a PostgreSQL server and the nodes that use the database, for operators. */
final class ServerFacts {

    static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Engine", word(connection, "SELECT split_part(version(), ' on ', 1)"));
        facts.put("Citus", Citus.version(connection).orElse("not installed"));
        boolean hasLeases = word(connection, "SELECT to_regclass('node_lease')::text") != null;
        String leases = hasLeases ? word(connection, """
                SELECT string_agg(node || ' until ' || to_char(leased_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                    ', ' ORDER BY node)
                FROM node_lease WHERE leased_until > now()
                """) : null;
        facts.put("Nodes leased", leases == null ? "none" : leases);
        return facts;
    }

    private static String word(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private ServerFacts() {}
}
