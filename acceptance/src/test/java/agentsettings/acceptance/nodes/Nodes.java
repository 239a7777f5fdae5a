package agentsettings.acceptance.nodes;

import agentsettings.acceptance.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Servers on one database, which is theirs alone. */
final class Nodes implements AutoCloseable {

    // held, since loggers that nobody holds are forgotten together with their level
    private static final List<Logger> QUIET = Stream.of("io.zonky.test", "java.util.Iterator")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static final String COUNT = "SELECT count(*) FROM agent_settings WHERE user_id = ?";

    private final List<URI> bases = new ArrayList<>();
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<Closeable> opened = new ArrayList<>();
    private String jdbcUrl;

    private Nodes() {}

    /** One server on the embedded database, which stands for two. */
    static Nodes oneServerTwice(Path folder) throws Exception {
        Nodes nodes = new Nodes();
        nodes.jdbcUrl = "jdbc:sqlite:" + folder.resolve("agentsettings.db");
        nodes.start(ServerProcess.startDemo(folder));
        nodes.bases.add(nodes.bases.getFirst());
        return nodes;
    }

    /** Two servers on one PostgreSQL. */
    static Nodes twoOnPostgres(Path folder) throws Exception {
        Nodes nodes = new Nodes();
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            nodes.opened.add(postgres);
            nodes.jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
            Path config = Files.writeString(
                    folder.resolve("nodes.properties"),
                    "storage.database=%s%nstorage.database-user=postgres%n".formatted(nodes.jdbcUrl));
            for (int i = 0; i < 2; i++) {
                nodes.start(ServerProcess.startDemo(folder, "--config", config.toString()));
            }
            return nodes;
        } catch (Exception | AssertionError e) {
            nodes.close();
            throw e;
        }
    }

    List<URI> bases() {
        return bases;
    }

    void killLast() throws InterruptedException {
        servers.getLast().kill();
    }

    /** How many records of settings the user has in the database. */
    long recordsOf(String userId) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, userId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable one : opened.reversed()) {
            one.close();
        }
    }

    private void start(ServerProcess server) {
        servers.add(server);
        opened.add(server::close);
        bases.add(server.base());
    }
}
