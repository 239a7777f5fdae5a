package agentsettings.management;

import static agentsettings.management.ConsoleClient.OWN;
import static agentsettings.management.ConsoleClient.cookie;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.config.ConfigReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Links by which agents see and change their own settings, and nothing else. */
@Timeout(60)
final class AgentLinksTest {

    private static final String TENANT = "/api/v1/tenants/202205116084";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    @TempDir
    private Path folder;

    private ManagementServer server;
    private ConsoleClient browser;
    private ApiClient admin;
    private String ann;
    private String bob;

    @BeforeEach
    void start() {
        server = ManagementServer.at(
                new ConfigReader().option("--data", "storage.data", folder.resolve("data")), now::get);
        browser = new ConsoleClient(server);
        admin = ApiClient.of(server).with(Engine.ADMIN);
        ann = newUser("ann");
        bob = newUser("bob");
    }

    @AfterEach
    void stop() {
        admin.close();
        browser.close();
        server.close();
    }

    private String newUser(String account) {
        return admin.post(
                        "/tenants/202205116084/users", "{\"account\":\"" + account + "\",\"name\":\"" + account + "\"}")
                .json()
                .path("userId")
                .stringValue();
    }

    private static String user(String userId) {
        return TENANT + "/users/" + userId;
    }

    /** The code of a new link. */
    private String link(String userId) {
        JsonNode link = admin.post("/tenants/202205116084/users/" + userId + "/links", null)
                .json();
        assertThat(link.path("path").stringValue()).startsWith("/console/#code=");
        return link.path("path").stringValue().substring("/console/#code=".length());
    }

    private HttpResponse<String> follow(String code) {
        return browser.send("POST", "/console/session", "{\"code\":\"" + code + "\"}", OWN);
    }

    private HttpResponse<String> as(HttpResponse<String> signedIn, String method, String path, String body) {
        return browser.send(method, path, body, "cookie", cookie(signedIn), OWN[0], OWN[1]);
    }

    @Test
    void anAgentSeesAndChangesTheOwnSettings() {
        HttpResponse<String> signedIn = follow(link(ann));

        assertThat(signedIn.body()).contains("\"userId\":\"" + ann + "\"").doesNotContain("\"key\"");
        assertThat(as(signedIn, "GET", user(ann), null).statusCode()).isEqualTo(200);
        String settings = "{\"callType\":\"direct\",\"displayNumbers\":[\"+4930111\"]}";
        assertThat(as(signedIn, "PUT", user(ann) + "/settings", settings).statusCode())
                .isEqualTo(201);
        assertThat(as(signedIn, "POST", TENANT + "/call-plans", "{\"userIds\":[\"" + ann + "\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(signedIn, "GET", TENANT + "/numbers", null).statusCode()).isEqualTo(200);
        assertThat(as(signedIn, "GET", user(ann) + "/history", null).body())
                .as("who made the change")
                .contains("{\"kind\":\"agent\",\"name\":\"" + ann + "\"}");
    }

    @Test
    void anAgentSeesAndChangesNothingElse() {
        HttpResponse<String> signedIn = follow(link(ann));

        for (String path : List.of(
                user(bob),
                user(bob) + "/settings",
                user(bob) + "/history",
                TENANT,
                TENANT + "/users",
                TENANT + "/settings",
                "/api/v1/tenants",
                "/api/v1/keys",
                "/api/v1/changes")) {
            assertThat(as(signedIn, "GET", path, null).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(as(signedIn, "PUT", user(bob) + "/settings", "{\"callType\":\"direct\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(signedIn, "PATCH", user(ann), "{\"status\":\"suspended\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(signedIn, "POST", user(ann) + "/links", null).statusCode())
                .isEqualTo(403);
        for (String others : List.of("\"" + bob + "\"", "\"" + ann + "\",\"" + bob + "\"")) {
            assertThat(as(signedIn, "POST", TENANT + "/call-plans", "{\"userIds\":[" + others + "]}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aLinkWorksOnceAndForADay() {
        String code = link(ann);
        String tooOld = link(ann);

        now.updateAndGet(time -> time.plus(Duration.ofHours(24).minusSeconds(1)));
        assertThat(follow(code).statusCode()).isEqualTo(200);
        assertThat(follow(code).statusCode()).as("again").isEqualTo(401);
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(follow(tooOld).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionOfAnAgentEndsWithTheKeyThatMadeItsLink() throws InterruptedException {
        String key = Engine.newKey(admin, "editor", "202205116084");
        HttpResponse<String> signedIn;
        try (ApiClient editor = ApiClient.of(server).with(key)) {
            while (editor.get("/tenants").status() == 401) {
                Thread.sleep(20); // servers read the keys twice a second
            }
            String path = editor.post("/tenants/202205116084/users/" + ann + "/links", null)
                    .json()
                    .path("path")
                    .stringValue();
            signedIn = follow(path.substring(path.indexOf('=') + 1));
        }
        assertThat(as(signedIn, "GET", user(ann), null).statusCode()).isEqualTo(200);

        admin.delete("/keys/" + key.split("_", -1)[1]);

        while (as(signedIn, "GET", user(ann), null).statusCode() != 401) {
            Thread.sleep(20);
        }
    }

    @Test
    void thereAreLinksOnlyForUsersThatExist() {
        assertThat(admin.post("/tenants/202205116084/users/nobody/links", null).problem())
                .isEqualTo("not-found");
    }
}
