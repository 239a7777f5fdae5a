package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Without its database, the service says that it is not available and when to come again. */
@Timeout(120)
final class DatabaseGoneTest {

    private static final String SETTINGS = "/tenants/202205116084/users/10gg000000demoUser05/settings";

    @TempDir
    private Path folder;

    private static void queryIsCounted(HttpClient http, ManagementServer server) throws Exception {
        String query = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";
        HttpRequest request = HttpRequest.newBuilder(server.vendor(query))
                .header("X-APP-Key", "demo-app")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"userId\":\"10gg000000demoUser05\"}"))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("\"9002\"");
        HttpRequest metrics =
                HttpRequest.newBuilder(server.management("/metrics")).build();
        assertThat(http.send(metrics, BodyHandlers.ofString()).body())
                .contains("agentsettings_storage_read_failures_total 1")
                .doesNotContain("agentsettings_jobs{");
    }

    @Test
    void readsAndWritesAreUnavailable() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
        try (ManagementServer server = ManagementServer.onPostgres(folder.resolve("data"), url, "postgres");
                ApiClient client = ApiClient.of(server).with(Engine.ADMIN)) {
            assertThat(client.put(SETTINGS, "{\"callType\":\"direct\"}").status())
                    .isEqualTo(201);
            postgres.close();
            HttpRequest ready =
                    HttpRequest.newBuilder(server.management("/health/ready")).build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<String> response = http.send(ready, BodyHandlers.ofString());
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body())
                        .startsWith("{\"status\":\"down\",\"checks\":{\"storage")
                        .doesNotContainIgnoringCase("localhost", "connection");
                queryIsCounted(http, server);
            }
            for (Checked response : List.of(
                    client.put(SETTINGS, "{\"callType\":\"direct\"}"),
                    client.delete(SETTINGS),
                    client.get(SETTINGS),
                    client.get("/tenants/202205116084/users"),
                    client.get("/tenants"),
                    client.get("/changes"),
                    client.post("/apps", "{\"key\":\"new\",\"tenantId\":\"202205116084\"}"))) {
                assertThat(response.problem()).as(response.text()).isEqualTo("unavailable");
                assertThat(response.status()).isEqualTo(503);
                assertThat(response.header("retry-after")).isEqualTo("1");
            }
        }
    }
}
