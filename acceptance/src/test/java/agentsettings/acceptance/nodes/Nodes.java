package agentsettings.acceptance.nodes;

import agentsettings.acceptance.PostgresForTests;
import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Servers on one database, which is theirs alone.
 *
 * @param bases where the nodes are; one server may stand for two
 */
record Nodes(List<ServerProcess> servers, List<URI> bases, Database database) implements AutoCloseable {

    private static final String COUNT = "SELECT count(*) FROM agent_settings WHERE user_id = ?";

    /** A way into the database beside the servers. */
    interface Database {
        Connection connect() throws SQLException;
    }

    /** One server on the embedded database, which stands for two. */
    static Nodes oneServerTwice(Path folder) throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.startDemo(folder);
        String url = "jdbc:sqlite:" + folder.resolve("agentsettings.db");
        return new Nodes(
                List.of(server), List.of(server.base(), server.base()), () -> DriverManager.getConnection(url));
    }

    /** Two servers on one PostgreSQL. */
    static Nodes twoOnPostgres(Path folder) throws IOException, InterruptedException {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        ServerProcess one = ServerProcess.startDemo(postgres.options());
        try {
            ServerProcess other = ServerProcess.startDemo(postgres.options());
            return new Nodes(List.of(one, other), List.of(one.base(), other.base()), postgres::connect);
        } catch (IOException | AssertionError e) {
            one.close();
            throw e;
        }
    }

    void killLast() throws InterruptedException {
        servers.getLast().kill();
    }

    /** How many records of settings the user has in the database. */
    long recordsOf(String userId) throws SQLException {
        try (Connection connection = database.connect();
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
        for (ServerProcess server : servers) {
            server.close();
        }
    }
}
