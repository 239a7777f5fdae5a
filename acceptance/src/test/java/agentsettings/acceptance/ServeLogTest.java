package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server logs about its start and its stop. */
class ServeLogTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void aStartLogsOneLineAndAStopIsLoggedToItsEnd() throws IOException, InterruptedException {
        try (ServerProcess first = ServerProcess.startDemo(folder)) {
            assertThat(first.terminate()).isZero(); // a first start also logs that it adds a signing key
        }
        try (ServerProcess server = ServerProcess.startDemo(folder)) {
            assertThat(server.errors().lines())
                    .singleElement()
                    .asString()
                    .contains(" INFO agentsettings.cli.ServeCommand: Starting AgentSettings ", "(commit ", ", JDK ")
                    .contains(
                            " at 127.0.0.1:0 by ",
                            ", database SQLite in " + folder + ", with demo data; set: http.port = 0 (--port), ")
                    .endsWith("storage.data = " + folder + " (--data)");
            assertThat(server.terminate()).isZero();
            assertThat(server.errors().lines().skip(1)).first().asString().contains("Stopping");
            assertThat(server.errors().lines().toList().getLast()).endsWith("Stopped");
        }
    }

    @Test
    void inJsonEachLineIsAnObjectAndThoseOfAStopAppearToo() throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("json.properties"), """
                log.format = json
                http.log-requests = true
                """);
        try (ServerProcess server = ServerProcess.startDemo(folder.resolve("data"), "--config", config.toString())) {
            try (RawHttp client = RawHttp.connect(server.base())) {
                client.send(SettingsClient.request(
                        "query", SettingsClient.DEMO_APP, Map.of("X-Request-Id", "id-1"), "{\"userId\":\"nobody\"}"));
                assertThat(client.read().headers()).containsEntry("x-request-id", "id-1");
            }
            assertThat(server.terminate()).isZero();
            List<JsonNode> lines = server.errors().lines().map(JSON::readTree).toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.path("@timestamp").asString()).matches("20\\d\\d-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{3}Z");
                assertThat(line.path("log.level").asString()).isEqualTo("INFO");
                assertThat(line.path("log.logger").asString()).startsWith("agentsettings.");
            });
            assertThat(lines.getFirst().path("message").asString()).startsWith("Starting AgentSettings ");
            assertThat(lines.getLast().path("message").asString()).isEqualTo("Stopped");
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.path("http.request.id").asString()).isEqualTo("id-1");
                assertThat(line.path("agentsettings.operation").asString()).isEqualTo("query");
                assertThat(line.path("agentsettings.return_code").asString()).isEqualTo("5001");
                assertThat(line.path("http.response.status_code").asInt()).isEqualTo(500);
                assertThat(line.path("event.duration").asLong()).isPositive();
                assertThat(line.path("message").asString())
                        .contains(" vendor demo-app POST ")
                        .endsWith(" ms id-1");
            });
        }
    }
}
