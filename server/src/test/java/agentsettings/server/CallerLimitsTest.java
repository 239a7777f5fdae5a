package agentsettings.server;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.config.ConfigReader;
import agentsettings.server.limits.AttemptLimit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send too much are refused with 429, each by itself, also behind a proxy that is trusted. */
final class CallerLimitsTest {

    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String WRONG =
            "{\"app_key\":\"demo-app\",\"app_secret\":\"a wrong secret of the usual length\"}";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private AgentSettingsServer server;

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void start(String key, Object value) {
        server = AgentSettingsServer.start(
                new ConfigReader()
                        .option("--data", "storage.data", folder.resolve("data"))
                        .option("--port", "http.port", 0)
                        .option("--option", "http.trusted-proxies", "127.0.0.1")
                        .option("--option", key, value)
                        .read(),
                true,
                InstantSource.system());
    }

    private HttpResponse<String> request(String path, String clientAddress, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("x-forwarded-for", clientAddress)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void whoSendsWrongSecretsMustPause() throws IOException, InterruptedException {
        start("http.log-requests", false);
        for (int i = 0; i < AttemptLimit.FAILURES_OF_KEY; i++) {
            assertThat(request(TOKENS, "192.0.2.1", WRONG).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> refused = request(TOKENS, "192.0.2.1", WRONG);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"returnCode\":\"2005\"");
        assertThat(refused.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(1L, AttemptLimit.PAUSE_OF_KEY.toSeconds());
        assertThat(request(TOKENS, "192.0.2.2", WRONG).statusCode()).isEqualTo(401);
    }

    @Test
    void anAddressMaySendSoManyRequestsASecond() throws IOException, InterruptedException {
        start("security.address-requests-per-second", 1);
        assertThat(request("/none", "192.0.2.1", "").statusCode()).isEqualTo(404);

        HttpResponse<String> refused = request("/none", "192.0.2.1", "");
        while (refused.statusCode() == 404) { // a second has passed between the two
            refused = request("/none", "192.0.2.1", "");
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        assertThat(request("/none", "192.0.2.2", "").statusCode()).isEqualTo(404);
    }
}
