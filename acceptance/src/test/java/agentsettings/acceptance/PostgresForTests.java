package agentsettings.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A database on the one PostgreSQL of this JVM, which is started when the first test asks for a database and stopped at the end.
 *
 * @param config a properties file that leads a server there
 */
public record PostgresForTests(String name, Path config) {

    // held, since loggers that nobody holds are forgotten together with their level
    private static final List<Logger> QUIET = Stream.of("io.zonky.test", "java.util.Iterator")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Started {
        static final EmbeddedPostgres POSTGRES = start();
    }

    /** Makes a new, empty database. */
    public static PostgresForTests withNewDatabase(Path folder) throws IOException {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = Started.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new PostgresForTests(name, config(folder.resolve(name + ".properties"), name, port(), ""));
    }

    private static Path config(Path file, String name, int port, String more) throws IOException {
        return Files.writeString(file, String.format(Locale.ROOT, """
                storage.database = jdbc:postgresql://localhost:%d/%s
                storage.database-user = postgres
                %s""", port, name, more));
    }

    /** The port of the PostgreSQL. */
    public static int port() {
        return Started.POSTGRES.getPort();
    }

    /** The options of a server that reaches the database over another port, with more lines of configuration. */
    public List<String> optionsOver(int port, String more) throws IOException {
        Path other = config(config.resolveSibling(name + "-over-" + port + ".properties"), name, port, more);
        return new PostgresForTests(name, other).options();
    }

    /** The options that name it, and a data folder beside its configuration. */
    public List<String> options() {
        return List.of(
                "--config",
                config.toString(),
                "--data",
                config.resolveSibling("data").toString());
    }

    public Connection connect() throws SQLException {
        return Started.POSTGRES.getDatabase("postgres", name).getConnection();
    }

    /** The deadlocks in the database so far, as the connections that have ended report them. */
    public long deadlocks() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
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
}
