package agentsettings.storage.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** One PostgreSQL for all tests of this JVM, started when the first asks for a database and stopped at the end. */
public final class EmbeddedServer {

    // held, since loggers that nobody holds are forgotten together with their level
    private static final List<Logger> QUIET = Stream.of(
                    "io.zonky.test", "java.util.Iterator", "org.flywaydb", "com.zaxxer.hikari")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Started {
        static final EmbeddedPostgres POSTGRES = start();
    }

    /** A new database with the schema and nothing in it. */
    public static PostgresServer newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE template_schema STRATEGY file_copy");
        return server(name);
    }

    /** A new database with nothing at all in it. */
    public static PostgresServer newDatabaseWithoutSchema() {
        String name = "test" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " STRATEGY file_copy");
        return server(name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer server(String database) {
        return new PostgresServer(Started.POSTGRES.getJdbcUrl("postgres", database), "postgres", "postgres");
    }

    private static void execute(String sql) {
        Template.READY.run();
        try (Connection connection = Started.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database that others are copies of, since migrating takes long. */
    private static final class Template {

        static final Runnable READY = make();

        private static Runnable make() {
            try (Connection connection = Started.POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE template_schema");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            try (PostgresDatabase database = new PostgresDatabase(server("template_schema"), 1)) {
                database.migrate();
            }
            return () -> {};
        }
    }

    private EmbeddedServer() {}
}
