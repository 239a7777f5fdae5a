package agentsettings.acceptance.differential;

import agentsettings.acceptance.PostgresForTests;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.differential.requests.RandomCredentials;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the two engines: the servers on its database, and a way into the database beside them. */
record Engine(String name, List<ServerProcess> nodes, Database database) implements AutoCloseable {

    private static final Duration APPS_KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;

    /** The engine's database. */
    interface Database {
        Connection connect() throws SQLException;
    }

    /** One server on the embedded database. */
    static Engine embedded(Path folder) throws IOException, InterruptedException {
        String url = "jdbc:sqlite:" + folder.resolve("agentsettings.db");
        ServerProcess server = ServerProcess.startDemo(folder);
        return new Engine("SQLite", List.of(server), () -> DriverManager.getConnection(url));
    }

    /** Two servers on one PostgreSQL, each with two lanes. */
    static Engine postgres(Path folder) throws IOException, InterruptedException {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        List<String> options = postgres.optionsOver(PostgresForTests.port(), "storage.lanes = 2\n");
        ServerProcess one = ServerProcess.startDemo(options);
        try {
            ServerProcess other = ServerProcess.startDemo(options);
            return new Engine("PostgreSQL", List.of(one, other), postgres::connect);
        } catch (IOException | AssertionError e) {
            one.close();
            throw e;
        }
    }

    /** Adds the seed data, and returns when all nodes know its apps. */
    void seed(int clients) throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.connect()) {
            SeedData.add(connection, clients);
        }
        for (ServerProcess node : nodes) {
            awaitApps(node);
        }
    }

    private static void awaitApps(ServerProcess node) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + APPS_KNOWN_WITHIN.toNanos();
        try (RawHttp connection = RawHttp.connect(node.base())) {
            while (query(connection).status() == 401) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("a server does not know its apps within " + APPS_KNOWN_WITHIN);
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static RawResponse query(RawHttp connection) throws IOException {
        connection.send(
                SettingsClient.request("query", RandomCredentials.OTHER_TENANTS_APP, Map.of(), "{\"userId\":\"x\"}"));
        return connection.read();
    }

    @Override
    public void close() throws IOException {
        for (ServerProcess node : nodes) {
            node.close();
        }
    }
}
