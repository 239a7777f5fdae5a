package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operations of the vendor's interface are tried as an app, and its last requests are shown, without secrets and tokens. */
@Timeout(60)
final class VendorRequestsTest {

    private static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private ApiClient admin;
    private String tenantId;
    private String secret;

    /** Tries seldom, because of many requests in a second only the first are recorded. */
    @BeforeEach
    void addApp() throws InterruptedException {
        admin = Engine.SQLITE.admin();
        tenantId = Engine.newTenant(admin);
        JsonNode app = admin.post("/apps", "{\"key\":\"app-%s\",\"tenantId\":\"%s\"}".formatted(tenantId, tenantId))
                .json();
        secret = app.path("secret").asString();
        admin.post(
                "/tenants/" + tenantId + "/users", "{\"userId\":\"agent1\",\"account\":\"acc1\",\"name\":\"Agent 1\"}");
        while (tried("query", "{\"userId\":\"agent1\"}").at("/returned/status").asInt() == 401) {
            Thread.sleep(50); // the server reads the apps twice a second
        }
    }

    @AfterEach
    void close() {
        admin.close();
        http.close();
    }

    private String key() {
        return "app-" + tenantId;
    }

    private JsonNode tried(String operation, String body) {
        String json = JSON.createObjectNode()
                .put("operation", operation)
                .put("body", body)
                .toString();
        return admin.post("/apps/" + key() + "/requests", json).json();
    }

    private static String header(JsonNode message, String name) {
        return message.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asString().equalsIgnoreCase(name))
                .map(header -> header.path("value").asString())
                .collect(Collectors.joining());
    }

    @Test
    void whatIsTriedIsWhatAClientOfTheVendorWouldGet() {
        JsonNode created = tried("create", "{\"userId\":\"agent1\",\"callType\":\"1\"}");
        assertThat(created.at("/sent/method").asString()).isEqualTo("POST");
        assertThat(created.at("/sent/path").asString()).isEqualTo(SETTINGS + "create");
        assertThat(header(created.path("sent"), "X-APP-Key")).isEqualTo(key());
        assertThat(header(created.path("sent"), "Authorization")).isEqualTo("Bearer ***");
        assertThat(created.at("/returned/status").asInt()).isEqualTo(200);
        assertThat(created.at("/returned/body").asString()).contains("\"returnCode\":\"0\"");
        assertThat(header(created.path("returned"), "content-type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(header(created.path("returned"), "x-request-id")).hasSize(16);

        assertThat(admin.get("/tenants/" + tenantId + "/users/agent1/history?limit=1")
                        .json()
                        .at("/items/0/actor/name")
                        .asString())
                .isEqualTo(key());
        assertThat(tried("query", "{\"userId\":\"agent1\"}")
                        .at("/returned/body")
                        .asString())
                .contains("\"callType\":\"1\"");
        assertThat(tried("update", "{").at("/returned/status").asInt()).isEqualTo(400);
        assertThat(tried("delete", "{\"userId\":\"agent1\"}")
                        .at("/returned/body")
                        .asString())
                .contains("\"returnCode\":\"0\"");
    }

    @Test
    void aTokenIsTriedWithoutShowingItOrTheSecret() {
        String credentials = "{\"app_key\":\"%s\",\"app_secret\":\"%s\"}".formatted(key(), secret);
        JsonNode issued = tried("token", credentials);

        assertThat(issued.at("/returned/status").asInt()).isEqualTo(200);
        assertThat(issued.at("/returned/body").asString()).contains("\"AccessToken\":\"***\"");
        assertThat(issued.at("/sent/body").asString()).contains("\"app_secret\":\"***\"");
        assertThat(issued.toString()).doesNotContain(secret).doesNotContain("eyJ");
        JsonNode refused = tried("token", "{\"app_key\":\"" + key() + "\",\"appSecret\":\"" + secret + "\"}");
        assertThat(refused.at("/returned/status").asInt()).isEqualTo(400);
        assertThat(refused.toString()).doesNotContain(secret);
    }

    @Test
    void anAppOfAnotherTenantSpaceIsNotThere() {
        String foreign = Engine.newKey(admin, "admin", Engine.newTenant(admin));
        try (ApiClient client = ApiClient.of(Engine.SQLITE.server()).with(foreign)) {
            while (client.get("/tenants").status() == 401) {
                Thread.onSpinWait();
            }
            assertThat(client.get("/apps/" + key() + "/requests").status()).isEqualTo(404);
            assertThat(client.post("/apps/" + key() + "/requests", "{\"operation\":\"query\",\"body\":\"{}\"}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theLastRequestsAreShownWithoutSecretsAndTokens() throws Exception {
        admin.get("/apps/" + key() + "/requests");
        String token = token();
        vendor(TOKENS, Map.of(), "{\"app_key\":\"" + key() + "\",\"app_secret\":\"" + secret + "\",,");
        vendor("/secret/" + secret, Map.of("X-APP-Key", key()), "{\"x\":\"" + secret + "\"}");
        vendor(SETTINGS + "query", Map.of("X-APP-Key", secret), "{\"userId\":\"agent1\"}");
        vendor(
                SETTINGS + "query",
                Map.of("Authorization", "Bearer " + token, "Cookie", secret),
                "{\"userId\":\"agent1\"}");
        vendor(SETTINGS + "query", Map.of("Authorization", "Bearer " + token), "{\"userId\":\"" + token + "\"}");
        vendor(SETTINGS + "create", Map.of("X-APP-Key", key()), "{\"app_secre\\u0074\":\"" + secret + "\"}");
        vendor(SETTINGS + "delete", Map.of("X-APP-Key", key()), "{\"userId\":\"last\"}");

        JsonNode list = awaitLast("{\"userId\":\"last\"}");

        assertThat(list.toString()).doesNotContain(secret).doesNotContain("eyJ").doesNotContain("Bearer");
        List<String> paths = list.path("items")
                .valueStream()
                .map(item -> item.at("/sent/path").asString())
                .toList();
        assertThat(paths).contains(TOKENS, "/***", SETTINGS + "query", SETTINGS + "create", SETTINGS + "delete");
        JsonNode admitted = list.path("items")
                .valueStream()
                .filter(item -> !header(item.path("sent"), "Cookie").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(admitted.path("app").asString()).isEqualTo(key());
        assertThat(header(admitted.path("sent"), "Authorization")).isEqualTo("***");
        assertThat(admitted.at("/sent/body").asString()).isEqualTo("{\"userId\":\"agent1\"}");
        assertThat(admitted.at("/returned/body").asString()).contains("returnCode");
    }

    @Test
    void whoHasAccessToOneTenantSpaceSeesOnlyRequestsOfItsApps() throws Exception {
        String own = Engine.newKey(admin, "admin", tenantId);
        admin.get("/apps/" + key() + "/requests");
        vendor(SETTINGS + "query", Map.of("X-APP-Key", "nobody"), "{\"userId\":\"stranger\"}");
        awaitLast("{\"userId\":\"stranger\"}");
        vendor(SETTINGS + "query", Map.of("X-APP-Key", key()), "{\"userId\":\"mine\"}");
        assertThat(awaitLast("{\"userId\":\"mine\"}").toString()).contains("stranger");

        try (ApiClient client = ApiClient.of(Engine.SQLITE.server()).with(own)) {
            while (client.get("/tenants").status() == 401) {
                Thread.onSpinWait();
            }
            assertThat(client.get("/apps/" + key() + "/requests").text())
                    .contains("mine")
                    .doesNotContain("stranger");
        }
    }

    private JsonNode awaitLast(String body) {
        JsonNode list = admin.get("/apps/" + key() + "/requests").json();
        while (!list.at("/items/0/sent/body").asString("").equals(body)) {
            list = admin.get("/apps/" + key() + "/requests").json();
        }
        return list;
    }

    private String token() throws Exception {
        String response =
                vendor(TOKENS, Map.of(), "{\"app_key\":\"%s\",\"app_secret\":\"%s\"}".formatted(key(), secret));
        return JSON.readTree(response).path("AccessToken").asString();
    }

    private String vendor(String path, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Engine.SQLITE.server().vendor(path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
