package agentsettings.server;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More writes than the queue holds are refused at once with 503 and 9001, and what was queued is executed. */
final class FullQueueTest {

    private static final String CREATE = "/apiaccess/CC-Management/v1/openapp/agentsettings/create";

    @TempDir
    private Path folder;

    @Test
    void aWriteThatFindsTheQueueFullIsRefusedAndTheOthersAreExecuted() throws Exception {
        ConfigReader config = new ConfigReader()
                .option("--data", "storage.data", folder.resolve("data"))
                .option("--port", "http.port", 0)
                .option("--option", "storage.queue-max", 1);
        try (AgentSettingsServer server = AgentSettingsServer.start(config.read(), true, InstantSource.system());
                HttpClient client = HttpClient.newHttpClient();
                Connection other =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/agentsettings.db"));
                Statement lock = other.createStatement()) {
            lock.execute("BEGIN IMMEDIATE"); // the batch that is under way waits for it
            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int user = 1; user <= 5; user++) {
                responses.add(create(client, server.port(), user));
            }
            CompletableFuture<HttpResponse<String>> first = new CompletableFuture<>();
            for (CompletableFuture<HttpResponse<String>> response : responses) {
                var _ = response.thenAccept(first::complete);
            }
            HttpResponse<String> refused = first.join();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("\"returnCode\":\"9001\"");
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            lock.execute("ROLLBACK");

            assertThat(responses.stream()
                            .map(CompletableFuture::join)
                            .map(HttpResponse::statusCode)
                            .distinct())
                    .containsExactlyInAnyOrder(200, 503);
        }
    }

    private static CompletableFuture<HttpResponse<String>> create(HttpClient client, int port, int user) {
        String body = String.format(Locale.ROOT, "{\"userId\":\"10gg000000demoUser%02d\"}", user);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + CREATE))
                .header("X-APP-Key", "demo-app")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }
}
