package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.PostgresForTests;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.nodes.CuttableConnection;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server goes on and stops in time, whatever became of those that it depends on. */
class StopTest {

    private static final Duration DRAIN = Duration.ofSeconds(4);
    /** Less than the time after which a statement that gets no answer fails. */
    private static final Duration SHORT_DRAIN = Duration.ofSeconds(1);
    /** For a slow machine to start the stop and to end the process. */
    private static final Duration MARGIN = Duration.ofSeconds(8);

    /** Several times what a pipe holds of the log. */
    private static final int LOGGED_REQUESTS = 2000;

    private static final int WRITES = 10;

    @TempDir
    Path folder;

    @Test
    void aReaderOfTheLogThatStopsReadingHangsNeitherTheServiceNorItsStop() throws Exception {
        Path config = Files.writeString(folder.resolve("log.properties"), """
                http.log-requests = true
                http.drain-timeout = %s
                """.formatted(DRAIN));
        try (ServerProcess server = ServerProcess.startUnread(folder.resolve("data"), "--config", config.toString())) {
            try (SettingsClient client = SettingsClient.connect(server.base(), SettingsClient.DEMO_APP)) {
                for (int i = 0; i < LOGGED_REQUESTS; i++) {
                    assertThat(client.query("nobody").text()).contains("\"5001\"");
                }
            }
            assertStops(server, DRAIN, 0);
        }
    }

    @Test
    void aWriteThatHangsInTheDatabaseDelaysAStopOnlyByTheDrainTimeout() throws Exception {
        PostgresForTests database = PostgresForTests.withNewDatabase(folder);
        List<RawHttp> clients = new ArrayList<>();
        String drain = "http.drain-timeout = " + SHORT_DRAIN + "\n";
        try (CuttableConnection connection = new CuttableConnection(PostgresForTests.port());
                ServerProcess server = ServerProcess.startDemo(database.optionsOver(connection.port(), drain))) {
            for (int i = 0; i <= 2 * WRITES; i++) {
                clients.add(RawHttp.connect(server.base()));
            }
            send(clients.getFirst(), "delete", user(1));
            assertThat(clients.getFirst().read().text()).contains("\"5003\"");
            connection.cut();
            for (int i = 1; i <= WRITES; i++) {
                send(clients.get(i), "create", user(i));
            }
            for (int i = WRITES + 1; i <= 2 * WRITES; i++) { // every event loop has read the creates then
                send(clients.get(i), "create", "{}");
                assertThat(clients.get(i).read().status()).isEqualTo(400);
            }
            assertStops(server, SHORT_DRAIN, 1);
            assertThat(server.errors()).containsPattern("(AppCache|PostgresStore) is still closing");
        } finally {
            for (RawHttp client : clients) {
                client.close();
            }
        }
    }

    private static String user(int number) {
        return String.format(Locale.ROOT, "{\"userId\":\"10gg000000demoUser%02d\"}", number);
    }

    private static void send(RawHttp client, String operation, String body) throws IOException {
        client.send(SettingsClient.request(operation, SettingsClient.DEMO_APP, Map.of(), body));
    }

    private static void assertStops(ServerProcess server, Duration drain, int exitCode) throws InterruptedException {
        long start = System.nanoTime();
        assertThat(server.terminate()).isEqualTo(exitCode);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(drain.plus(MARGIN));
    }
}
