package agentsettings.management;

import static agentsettings.management.ConsoleClient.OWN;
import static agentsettings.management.ConsoleClient.cookie;
import static agentsettings.management.ConsoleClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.console.ConsoleSessions;
import agentsettings.server.config.ConfigReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions at the console: how they begin and end, and that other sites can't use them. */
@Timeout(60)
final class ConsoleSessionsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    @TempDir
    private Path folder;

    private ManagementServer server;
    private ConsoleClient client;

    @BeforeEach
    void start() {
        server = ManagementServer.at(
                new ConfigReader().option("--data", "storage.data", folder.resolve("data")), now::get);
        client = new ConsoleClient(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aKeySignsInAndTheCookieIsForBrowsersAlone() {
        HttpResponse<String> signedIn = client.signIn(Engine.ADMIN);

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(signedIn.body()).contains("\"role\":\"admin\"").doesNotContain(Engine.ADMIN);
        assertThat(header(signedIn, "set-cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(client.send("GET", "/api/v1/keys", null, "cookie", cookie(signedIn))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", "/console/session", null, "cookie", cookie(signedIn))
                        .body())
                .contains("\"name\":\"Demo\"");
        assertThat(client.send("GET", "/console/session", null).statusCode()).isEqualTo(204);
    }

    @Test
    void aWrongKeyDoesNotSignIn() {
        assertThat(client.signIn("ask_demoadmn_wrong").statusCode()).isEqualTo(401);
        assertThat(client.signIn("").statusCode()).isEqualTo(400);
        assertThat(client.send("GET", "/api/v1/keys", null, "cookie", "agentsettings-session=guessed")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionThatIsNotUsedEnds() {
        String cookie = cookie(client.signIn(Engine.ADMIN));

        pass(ConsoleSessions.IDLE_MAX.minusSeconds(1));
        assertThat(statusOfKeys(cookie)).isEqualTo(200);
        pass(ConsoleSessions.IDLE_MAX.minusSeconds(1));
        assertThat(client.send("GET", "/api/v1/keys", null, "cookie", cookie, "x-console-request", "background")
                        .statusCode())
                .as("a page that refreshes itself")
                .isEqualTo(200);
        pass(Duration.ofSeconds(1));
        assertThat(statusOfKeys(cookie)).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursInAnyCase() {
        String cookie = cookie(client.signIn(Engine.ADMIN));

        for (Duration used = Duration.ZERO; used.compareTo(ConsoleSessions.LIFE_MAX) < 0; used = used.plusMinutes(20)) {
            assertThat(statusOfKeys(cookie)).isEqualTo(200);
            pass(Duration.ofMinutes(20));
        }
        assertThat(statusOfKeys(cookie)).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSession() {
        String cookie = cookie(client.signIn(Engine.ADMIN));

        HttpResponse<String> ended = client.send("DELETE", "/console/session", null, "cookie", cookie, OWN[0], OWN[1]);

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(header(ended, "set-cookie")).contains("Max-Age=0");
        assertThat(statusOfKeys(cookie)).isEqualTo(401);
    }

    @Test
    void otherSitesCanDoNothingWithTheCookie() {
        String cookie = cookie(client.signIn(Engine.ADMIN));
        String name = "{\"name\": \"Taken over\"}";

        assertThat(patchTenant(cookie, name, OWN)).isEqualTo(200);
        assertThat(patchTenant(cookie, name)).as("without the console's header").isEqualTo(403);
        assertThat(patchTenant(cookie, name, OWN[0], OWN[1], "sec-fetch-site", "cross-site"))
                .isEqualTo(403);
        assertThat(patchTenant(cookie, name, OWN[0], OWN[1], "sec-fetch-site", "same-site"))
                .as("another port of the same host")
                .isEqualTo(403);
        assertThat(patchTenant(cookie, name, OWN[0], OWN[1], "origin", "http://evil.example"))
                .isEqualTo(403);
        assertThat(client.send("GET", "/api/v1/keys", null, "cookie", cookie, "sec-fetch-site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send("POST", "/console/session", "{\"key\":\"" + Engine.ADMIN + "\"}")
                        .statusCode())
                .as("signing somebody in as somebody else")
                .isEqualTo(403);
    }

    private int patchTenant(String cookie, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "cookie";
        all[1] = cookie;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send("PATCH", "/api/v1/tenants/202205116084", body, all).statusCode();
    }

    private int statusOfKeys(String cookie) {
        return client.send("GET", "/api/v1/keys", null, "cookie", cookie).statusCode();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
