package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.contract.ApiContract;
import agentsettings.management.contract.ApiOperation;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation asks for a key, for its role, and for access to its tenant space. */
@ParameterizedClass
@EnumSource(Engine.class)
final class RightsTest {

    private static final List<String> ROLES = List.of("viewer", "editor", "admin");

    private final Engine engine;
    private ApiClient admin;
    private String tenant;

    RightsTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        admin = engine.admin();
        tenant = Engine.newTenant(admin);
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    /** The status of a request that names nothing that exists, sent with this key. */
    private int status(ApiOperation operation, String key) throws Exception {
        String path = operation
                .path()
                .replace("{tenantId}", tenant)
                .replace("{userId}", "nobody")
                .replace("{number}", "+4930")
                .replace("{appKey}", "no-app")
                .replace("{keyId}", "nokey000")
                .replace("{jobId}", "00000000000000000");
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.server().management(path))
                .method(
                        operation.method().name(),
                        operation.hasBody() ? BodyPublishers.ofString("[]") : BodyPublishers.noBody())
                .header("content-type", "application/json");
        if (key != null) {
            request.header("authorization", "Bearer " + key);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void everyOperationAsksForAKeyItsRoleAndItsTenantSpace() throws Exception {
        String other = Engine.newTenant(admin);
        List<String> own =
                ROLES.stream().map(role -> Engine.newKey(admin, role, tenant)).toList();
        String foreign = Engine.newKey(admin, "admin", other);
        awaitRefresh(foreign);
        for (ApiOperation operation : ApiContract.load().operations().values()) {
            if (operation.role().isEmpty() || operation.id().equals("deleteTenant")) {
                continue;
            }
            assertThat(status(operation, null)).as(operation.id()).isEqualTo(401);
            int least = ROLES.indexOf(operation.role().get());
            for (int i = 0; i < ROLES.size(); i++) {
                int status = status(operation, own.get(i));
                assertThat(status == 403)
                        .as(operation.id() + " as " + ROLES.get(i) + ": " + status)
                        .isEqualTo(i < least);
                assertThat(status).isNotEqualTo(401);
            }
            if (operation.path().contains("{tenantId}")) {
                assertThat(status(operation, foreign)).as(operation.id()).isEqualTo(404);
            }
        }
    }

    /** Servers read the keys twice a second. */
    private void awaitRefresh(String key) throws InterruptedException {
        try (ApiClient client = ApiClient.of(engine.server()).with(key)) {
            while (client.get("/tenants").status() == 401) {
                Thread.sleep(20);
            }
        }
    }

    @Test
    void aKeyOfOneTenantSpaceSeesOnlyThat() throws Exception {
        String other = Engine.newTenant(admin);
        admin.post("/apps", "{\"key\":\"app-" + other + "\",\"tenantId\":\"" + other + "\"}");
        String key = Engine.newKey(admin, "admin", tenant);
        awaitRefresh(key);
        try (ApiClient client = ApiClient.of(engine.server()).with(key)) {
            assertThat(client.get("/tenants").json().path("items")).hasSize(1);
            assertThat(client.get("/apps").json().path("items")).isEmpty();
            assertThat(client.get("/apps/app-" + other).problem()).isEqualTo("not-found");
            assertThat(client.get("/keys").json().path("items")).hasSize(1);
            assertThat(client.get("/keys/demoadmn").problem()).isEqualTo("not-found");
            assertThat(client.post("/tenants", "{\"id\":\"123456789012\"}").problem())
                    .isEqualTo("not-permitted");
            assertThat(client.post("/keys", "{\"name\":\"k\",\"role\":\"admin\"}")
                            .problem())
                    .isEqualTo("not-permitted");
            String body = "{\"name\":\"k\",\"role\":\"admin\",\"tenantId\":\"" + other + "\"}";
            assertThat(client.post("/keys", body).problem()).isEqualTo("not-found");
        }
    }

    @Test
    void aWrongKeyIsRefusedAndNeverShown() {
        String wrong = "ask_demoadmn_another-secret-that-is-long-enough-1234";
        var refused = admin.with(wrong).get("/tenants");
        assertThat(refused.problem()).isEqualTo("not-authenticated");
        assertThat(refused.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(refused.text()).doesNotContain("another-secret");
        admin.with(Engine.ADMIN);
    }

    @Test
    void aKeyHasALimitOfRequestsPerSecond(@TempDir Path folder) {
        try (ManagementServer server =
                        ManagementServer.onSqlite(folder.resolve("data"), "security.requests-per-second", 1);
                ApiClient client = ApiClient.of(server).with(Engine.ADMIN)) {
            ApiClient.Checked last = client.get("/tenants");
            for (int i = 0; i < 1000 && last.status() == 200; i++) {
                last = client.get("/tenants");
            }
            assertThat(last.problem()).isEqualTo("too-many-requests");
            assertThat(last.header("retry-after")).isEqualTo("1");
        }
    }
}
