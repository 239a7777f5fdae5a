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

/**
 * The migrations of one engine's schema, for one database. Safe for use by many threads and many processes.
 *
 * @param connected a configuration with the database
 * @param folder of the migrations, on the class path
 * @param current whether none is pending, so that the migration tool need not find that out, which takes a tenth of a second
 * @param database its name for messages
 */
public record Migrations(FluentConfiguration connected, String folder, boolean current, String database) {

    private static final String LAST_APPLIED =
            "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1";

    /** A configuration that finds our classes, without a database. */
    public static FluentConfiguration unconnected() {
        return Flyway.configure(Migrations.class.getClassLoader());
    }

    /** Whether the migration of this version was applied last; false if that can't be read. */
    public static boolean isLastApplied(String version, Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(LAST_APPLIED)) {
            return last.next() && version.equals(last.getString(1)) && last.getBoolean(2);
        } catch (SQLException noHistory) {
            return false;
        }
    }

    /** See {@link Database#migrations}. */
    public List<Migration> list() {
        try {
            return Arrays.stream(tool().info().all())
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
        if (current) {
            return;
        }
        try {
            tool().migrate();
        } catch (FlywayException e) {
            throw new StoreUnavailable("Can't bring the schema of " + database + " up to date", e);
        }
    }

    private Flyway tool() {
        return connected.locations("classpath:" + folder).load();
    }
}
