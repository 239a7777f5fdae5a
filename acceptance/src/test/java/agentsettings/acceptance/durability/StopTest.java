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
            assertStopsWithin(DRAIN.plus(MARGIN), server);
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedDoesNotDelayAStopBeyondTheDrainTimeout() throws Exception {
        PostgresForTests database = PostgresForTests.withNewDatabase(folder);
        List<RawHttp> writers = new ArrayList<>();
        String drain = "http.drain-timeout = " + DRAIN + "\n";
        try (CuttableConnection connection = new CuttableConnection(PostgresForTests.port());
                ServerProcess server = ServerProcess.startDemo(database.optionsOver(connection.port(), drain))) {
            for (int i = 1; i <= WRITES; i++) {
                writers.add(RawHttp.connect(server.base()));
            }
            send(writers.getFirst(), "delete", 1);
            assertThat(writers.getFirst().read().text()).contains("\"5003\"");
            connection.cut();
            for (int i = 0; i < WRITES; i++) {
                send(writers.get(i), "create", i + 1);
            }
            assertStopsWithin(DRAIN.plus(MARGIN), server);
        } finally {
            for (RawHttp writer : writers) {
                writer.close();
            }
        }
    }

    private static void send(RawHttp connection, String operation, int user) throws IOException {
        String body = String.format(Locale.ROOT, "{\"userId\":\"10gg000000demoUser%02d\"}", user);
        connection.send(SettingsClient.request(operation, SettingsClient.DEMO_APP, Map.of(), body));
    }

    private static void assertStopsWithin(Duration limit, ServerProcess server) throws InterruptedException {
        long start = System.nanoTime();
        int exitCode = server.terminate();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
        assertThat(exitCode).isBetween(0, 1);
    }
}
