package agentsettings.server;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall clock is set while the service runs: requests are served, ids rise, and tokens live as the clock says. */
final class ClockJumpTest {

    private static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final String SECRET =
            "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}";
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final InstantSource settable = clock::get;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Long> ids = new ArrayList<>();
    private AgentSettingsServer server;

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void start() {
        ConfigReader config = new ConfigReader()
                .option("--data", "storage.data", folder.resolve("data"))
                .option("--port", "http.port", 0);
        server = AgentSettingsServer.start(config.read(), true, settable);
    }

    @Test
    void backByAnHour() throws Exception {
        start();
        String token = token();
        create(1, token);
        clock.set(NOW.minus(Duration.ofHours(1)));

        create(2, token);
        create(3, token());
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void forwardByAYearAndRightAgain() throws Exception {
        start();
        String token = token();
        create(1, token);
        clock.set(NOW.plus(Duration.ofDays(365)));

        assertThat(send("create", 2, token)).contains("\"returnCode\":\"2002\"", "has expired");
        String later = token();
        create(2, later);
        clock.set(NOW.plusSeconds(1));
        create(3, later); // until its end, which is a year ahead
        create(4, token());
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aYearAheadForHoursAndRightAgain() throws Exception {
        start();
        clock.set(NOW.plus(Duration.ofDays(365)));
        server.close();
        start(); // adds a signing key
        clock.set(NOW.plus(Duration.ofDays(365)).plus(Duration.ofHours(2)));
        server.close();
        start(); // removes the one before
        clock.set(NOW);
        server.close();
        start();

        create(1, token());
        assertThat(ids).hasSize(1);
    }

    private void create(int user, String token) throws Exception {
        String response = send("create", user, token);
        assertThat(response).contains("\"returnCode\":\"0\"");
        ids.add(Long.parseLong(response.replaceFirst(".*\"id\":\"(\\d+)\".*", "$1")));
    }

    private String send(String operation, int user, String token) throws Exception {
        String body = String.format(Locale.ROOT, "{\"userId\":\"10gg000000demoUser%02d\"}", user);
        return post(SETTINGS + operation, body, "Bearer " + token);
    }

    private String token() throws Exception {
        String response = post("/apigovernance/api/oauth/tokenByAkSk", SECRET, "");
        return response.replaceFirst(".*\"AccessToken\":\"([^\"]*)\".*", "$1");
    }

    private String post(String path, String body, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-APP-Key", "demo-app")
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
