package agentsettings.storage;

import agentsettings.core.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of one engine's schema, for one database. Safe for use by many threads and many processes. */
public final class Migrations {

    private static final String HISTORY = "flyway_schema_history";

    private final Flyway flyway;
    private final String database;

    /**
     * Finds the migrations.
     *
     * @param connected a configuration with the database
     * @param folder of the migrations, on the class path
     * @param database its name for messages
     */
    public Migrations(FluentConfiguration connected, String folder, String database) {
        flyway = connected.locations("classpath:" + folder).load();
        this.database = database;
    }

    /** A configuration that finds our classes, without a database. */
    public static FluentConfiguration unconnected() {
        return Flyway.configure(Migrations.class.getClassLoader());
    }

    /** Whether this migration is the last that was applied to the connection's schema. */
    public static boolean isLastApplied(String script, Connection connection) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet history = connection.getMetaData().getTables(null, schema, HISTORY, null)) {
            if (!history.next()) {
                return false;
            }
        }
        String table = schema == null ? HISTORY : '"' + schema.replace("\"", "\"\"") + "\"." + HISTORY;
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(
                        "SELECT script, success FROM " + table + " ORDER BY installed_rank DESC LIMIT 1")) {
            return last.next() && last.getString(1).equals(script) && last.getBoolean(2);
        }
    }

    /** See {@link Database#migrations}. */
    public List<Migration> list() {
        try {
            return Arrays.stream(flyway.info().all())
                    .map(step -> new Migration(
                            String.valueOf(step.getVersion()),
                            step.getDescription(),
                            step.getState().isApplied()))
                    .toList();
        } catch (FlywayException e) {
            throw new StoreUnavailable("Can't read the schema's state of " + database, e);
        }
    }

    /** See {@link Database#migrate}. */
    public void run() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreUnavailable("Can't bring the schema of " + database + " up to date", e);
        }
    }
}
