package agentsettings.storage;

import agentsettings.core.store.StoreUnavailable;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps of one engine's schema, on one database. Safe for use by many threads and many processes. */
public final class Migrations {

    private final Flyway flyway;
    private final String database;

    /**
     * Finds the steps.
     *
     * @param connected tells how to reach the database
     * @param folder of the steps, on the class path
     * @param database for messages
     */
    public Migrations(FluentConfiguration connected, String folder, String database) {
        flyway = connected.locations("classpath:" + folder).load();
        this.database = database;
    }

    /** A configuration that finds our classes, for the database to be added to. */
    public static FluentConfiguration unconnected() {
        return Flyway.configure(Migrations.class.getClassLoader());
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
