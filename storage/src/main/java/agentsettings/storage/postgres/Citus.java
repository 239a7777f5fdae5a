package agentsettings.storage.postgres;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Migration;
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

/** Spreads the tables over the nodes of a Citus cluster: the large ones by tenant space, the small ones as copies on every node. */
public final class Citus {

    /** How each table is to be spread. One that refers to another comes after it; the large ones lie beside the first of them. */
    private static final Map<String, String> STEPS = new LinkedHashMap<>();

    static {
        for (String table : List.of("tenant_space", "app", "signing_key")) {
            STEPS.put(table, "SELECT create_reference_table('" + table + "')");
        }
        STEPS.put("t_aicc_pub_appcube_user", "SELECT create_distributed_table('t_aicc_pub_appcube_user', 'tenant_id')");
        for (String table : List.of("agent_settings", "change_log", "idempotency_key")) {
            STEPS.put(
                    table,
                    "SELECT create_distributed_table('" + table
                            + "', 'tenant_id', colocate_with => 't_aicc_pub_appcube_user')");
        }
    }

    /** Citus' version where it is installed in this database. */
    static Optional<String> version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT extversion FROM pg_extension WHERE extname = 'citus'")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /**
     * Spreads the tables that aren't yet, all or none.
     *
     * @return their names; none when all were spread already
     * @throws StoreUnavailable when the database has no Citus, or Citus failed; nothing was changed then
     */
    public static List<String> distribute(PostgresDatabase database) {
        try (Connection connection = database.openForWriting()) {
            connection.setAutoCommit(false);
            if (version(connection).isEmpty()) {
                throw new StoreUnavailable("Citus is not installed in this database; nothing was changed.", null);
            }
            if (!database.migrations().stream().allMatch(Migration::applied)) {
                throw new StoreUnavailable(
                        "The schema of " + database + " isn't up to date; run ./agentsettings db migrate first.", null);
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
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't distribute the tables of " + database + "; nothing was changed", e);
        }
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
