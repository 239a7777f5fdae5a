package agentsettings.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Records;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.ServerConfig;
import agentsettings.storage.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a service starts, and what its ports serve. */
final class AgentSettingsServerTest {

    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String QUERY = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";

    @TempDir
    private Path folder;

    @Test
    void theSecondPortServesTokensAlone() throws IOException, InterruptedException {
        try (AgentSettingsServer server = start(config("http.token-port", 0))) {
            int tokenPort = server.tokenPort().orElseThrow();
            assertThat(tokenPort).isNotEqualTo(server.port());
            assertThat(status(tokenPort, TOKENS)).isEqualTo(400);
            assertThat(status(tokenPort, QUERY)).isEqualTo(404);
            assertThat(status(server.port(), TOKENS)).isEqualTo(400);
            assertThat(status(server.port(), QUERY)).isEqualTo(401);
        }
    }

    @Test
    void aPortInUseIsReportedBeforeAnythingIsWrittenAndNothingIsLeftRunning() {
        try (AgentSettingsServer server = start(config("http.port", 0))) {
            Path other = folder.resolve("other");
            for (String key : List.of("http.port", "http.token-port")) {
                ServerConfig samePort = new ConfigReader()
                        .option("--data", "storage.data", other)
                        .option("--port", "http.port", 0)
                        .option("--option", key, server.port())
                        .read();
                for (int attempt = 0; attempt < 2; attempt++) {
                    assertThatThrownBy(() -> AgentSettingsServer.start(samePort, true, InstantSource.system()))
                            .hasMessage(
                                    key + ": can't listen on 127.0.0.1:" + server.port() + ": Address already in use.")
                            .hasNoCause();
                }
            }
            assertThat(other).doesNotExist();
        }
    }

    @Test
    void aFolderHasOneServerAtATime() {
        ServerConfig config = config("http.port", 0);
        try (AgentSettingsServer server = start(config)) {
            assertThat(server.port()).isPositive();
            assertThatThrownBy(() -> start(config)).hasMessageContaining("data");
        }
        start(config).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2081-01-01T00:00:00Z"})
    void aClockAtWhichNoIdsCanBeGeneratedIsRefused(String time) {
        InstantSource clock = InstantSource.fixed(Instant.parse(time));

        assertThatThrownBy(() -> AgentSettingsServer.start(config("http.port", 0), true, clock))
                .hasMessageContaining("The system clock says " + time)
                .hasMessageContaining("Set the clock.");
    }

    @Test
    void aFirstStartOfTheDemoThatWasCutShortIsMadeGoodByTheNext() {
        try (Database database = database();
                Directory directory = database.openDirectory()) {
            Instant now = InstantSource.system().instant();
            directory.addFact(DatabaseFact.DEMO, "");
            directory.addApp(new App("demo-app", "202205116084", Edition.E2023, "", null, true, 0, now, 1));
        }
        for (int start = 0; start < 2; start++) {
            AgentSettingsServer.start(config("http.port", 0), true, InstantSource.system())
                    .close();
            try (Database database = database();
                    Records records = database.openRecords(InstantSource.system())) {
                assertThat(records.summary("202205116084").users()).isEqualTo(22);
            }
        }
    }

    @Test
    void theDemosCredentialsEndWithTheDemo() {
        ServerConfig config = config("http.port", 0);
        AgentSettingsServer.start(config, true, InstantSource.system()).close();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> start(config))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("SQLite in " + folder.resolve("data") + " is a demo")
                    .hasMessageContaining("Start it with --demo on a loopback address");
        }
        AgentSettingsServer.start(config, true, InstantSource.system()).close();
    }

    @Test
    void theDemoRefusesADatabaseThatIsInUse() {
        ServerConfig config = config("http.port", 0);
        start(config).close(); // leaves only what any server adds
        try (Database database = database();
                Directory directory = database.openDirectory()) {
            Instant now = InstantSource.system().instant();
            directory.addApp(new App("real", "202205116084", Edition.E2023, "", null, true, 0, now, 1));
        }
        assertThatThrownBy(() -> AgentSettingsServer.start(config, true, InstantSource.system()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--demo: SQLite in " + folder.resolve("data") + " is in use");
        try (Database database = database();
                Directory directory = database.openDirectory()) {
            assertThat(directory.apps()).extracting(App::key).containsExactly("real");
        }
        start(config).close();
    }

    @Test
    void theDemoTakesADatabaseThatIsEmpty() {
        start(config("http.port", 0)).close();
        AgentSettingsServer.start(config("http.port", 0), true, InstantSource.system())
                .close();
    }

    private Database database() {
        return Databases.openShared(config("http.port", 0).storage());
    }

    private ServerConfig config(String key, int value) {
        return new ConfigReader()
                .option("--data", "storage.data", folder.resolve("data"))
                .option("--port", "http.port", 0)
                .option("--option", key, value)
                .read();
    }

    private static AgentSettingsServer start(ServerConfig config) {
        return AgentSettingsServer.start(config, false, InstantSource.system());
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
