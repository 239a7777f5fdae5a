package agentsettings.storage.postgres;

import agentsettings.core.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Distributes the tables over the nodes of a Citus cluster: large ones by tenant space, small ones as copies on every node. */
final class Citus {

    /** How to distribute each table. One that refers to another comes after it; the large ones are colocated with the first. */
    private static final Map<String, String> STEPS = new LinkedHashMap<>();

    static {
        for (String table :
                List.of("database_fact", "tenant_space", "app", "management_key", "signing_key", "change_log_start")) {
            STEPS.put(table, "SELECT create_reference_table('" + table + "')");
        }
        STEPS.put("t_aicc_pub_appcube_user", "SELECT create_distributed_table('t_aicc_pub_appcube_user', 'tenant_id')");
        for (String table : List.of(
                "allotted_number",
                "agent_settings",
                "change_log",
                "deleted_record",
                "idempotency_key",
                "job",
                "job_input",
                "job_fault")) {
            STEPS.put(
                    table,
                    "SELECT create_distributed_table('" + table
                            + "', 'tenant_id', colocate_with => 't_aicc_pub_appcube_user')");
        }
    }

    /** The version of Citus, if it is installed in this database. */
    static Optional<String> version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT extversion FROM pg_extension WHERE extname = 'citus'")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /**
     * Distributes the tables that are not distributed yet, all or none.
     *
     * @return their names; none if all were distributed already
     * @throws StoreUnavailable if the database has no Citus; nothing was changed
     */
    static List<String> distribute(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        if (version(connection).isEmpty()) {
            throw new StoreUnavailable("Citus is not installed in this database; nothing was changed.", null);
        }
        List<String> left = new ArrayList<>(STEPS.keySet());
        left.removeAll(distributed(connection));
        for (String table : left) {
            try (PreparedStatement step = connection.prepareStatement(STEPS.get(table))) {
                step.execute();
            }
        }
        connection.commit();
        return left;
    }

    private static Set<String> distributed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT logicalrelid::text FROM pg_dist_partition")) {
            Set<String> tables = new HashSet<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private Citus() {}
}
