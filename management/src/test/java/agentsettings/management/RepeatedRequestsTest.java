package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that makes something and is sent again under its idempotency key makes it once, and gets the same answer. */
@ParameterizedClass
@EnumSource(Engine.class)
@Timeout(60)
final class RepeatedRequestsTest {

    private static final String REUSED = "Idempotency-Key was used for another request.";

    private final Engine engine;
    private final String once = UUID.randomUUID().toString();
    private ApiClient client;
    private String tenant;

    RepeatedRequestsTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        client = engine.admin();
        tenant = Engine.newTenant(client);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private Checked post(String path, String body) {
        return client.post(path, body, "idempotency-key", once);
    }

    private Checked postTwice(String path, String body) {
        Checked first = post(path, body);
        Checked second = post(path, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(second.header("etag")).isEqualTo(first.header("etag"));
        return first;
    }

    private String app(String key) {
        return "{\"key\":\"" + key + "\",\"tenantId\":\"" + tenant + "\"}";
    }

    @Test
    void aTenantSpaceIsCreatedOnce() {
        String id = "8" + Engine.newTenant(client).substring(1);
        postTwice("/tenants", "{\"id\":\"" + id + "\",\"name\":\"A\"}");
        assertThat(post("/tenants", "{\"id\":\"" + id + "\",\"name\":\"B\"}").errors())
                .containsExactly(REUSED);
        client.patch("/tenants/" + id, "{\"name\":\"C\"}");
        assertThat(post("/tenants", "{\"id\":\"" + id + "\",\"name\":\"A\"}")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("C");
        client.delete("/tenants/" + id);
        assertThat(post("/tenants", "{\"id\":\"" + id + "\",\"name\":\"A\"}").problem())
                .isEqualTo("not-found");
    }

    @Test
    void anAppIsCreatedOnceAndItsSecretIsShownAgain() {
        String key = "app-" + tenant;
        Checked created = postTwice("/apps", app(key));
        assertThat(created.json().path("secret").asString()).hasSize(64);
        assertThat(post("/apps", app(key + "2")).errors()).containsExactly(REUSED);
        assertThat(client.post("/apps", app(key)).problem()).isEqualTo("already-exists");
        assertThat(client.post("/apps", app(key), "idempotency-key", "another " + once)
                        .problem())
                .isEqualTo("already-exists");

        client.delete("/apps/" + key);
        assertThat(post("/apps", app(key)).problem()).isEqualTo("not-found");
        assertThat(client.post("/apps", app(key), "idempotency-key", "another " + once)
                        .status())
                .as("a failure is not remembered")
                .isEqualTo(201);
        assertThat(post("/apps", app(key)).problem())
                .as("the new app is another one")
                .isEqualTo("not-found");
    }

    @Test
    void anotherTenantSpacesAppIsNotShownToAnAdminWhoHadAnAppOfTheSameKey() {
        String key = "app-" + tenant;
        String other = Engine.newTenant(client);
        String theirs = "{\"key\":\"" + key + "\",\"tenantId\":\"" + other + "\"}";
        try (ApiClient ours = adminOf(tenant);
                ApiClient others = adminOf(other)) {
            assertThat(ours.post("/apps", app(key), "idempotency-key", once).status())
                    .isEqualTo(201);
            ours.delete("/apps/" + key);
            assertThat(others.post("/apps", theirs).status()).isEqualTo(201);

            Checked repeated = ours.post("/apps", app(key), "idempotency-key", once);
            assertThat(repeated.problem()).isEqualTo("not-found");
            assertThat(repeated.text()).doesNotContain(other);
        }
    }

    /** A client with an admin's key of one tenant space. */
    private ApiClient adminOf(String tenantId) {
        ApiClient admin = engine.admin().with(Engine.newKey(client, "admin", tenantId));
        awaitAcceptance(admin);
        return admin;
    }

    @Test
    void aSecretOfADeletedAppIsNotShownForAnAppOfTheSameKey() {
        String key = "app-" + tenant;
        String secrets = "/apps/" + key + "/secrets";
        client.post("/apps", app(key));
        postTwice(secrets, "{}");
        client.delete("/apps/" + key);
        client.post("/apps", app(key));
        assertThat(post(secrets, "{}").problem()).isEqualTo("not-found");
    }

    @Test
    void theFirstSecretIsShownAgainWhileItIsAccepted() {
        String key = "app-" + tenant;
        Checked created = postTwice("/apps", app(key));
        client.post("/apps/" + key + "/secrets", "{\"grace\":\"PT1H\"}");
        assertThat(post("/apps", app(key)).json().path("secret"))
                .isEqualTo(created.json().path("secret"));
        client.post("/apps/" + key + "/secrets", "{}");
        assertThat(post("/apps", app(key)).problem()).isEqualTo("not-found");
    }

    @Test
    void aKeyThatWasUsedForASecretOfOneAppIsNotUsedForAnother() {
        client.post("/apps", app("a-" + tenant));
        client.post("/apps", app("b-" + tenant));
        assertThat(post("/apps/a-" + tenant + "/secrets", "{}").status()).isEqualTo(201);
        assertThat(post("/apps/b-" + tenant + "/secrets", "{}").errors()).containsExactly(REUSED);
    }

    @Test
    void aSecretIsReplacedOnceAlsoUnderACondition() {
        String key = "app-" + tenant;
        Checked created = client.post("/apps", app(key));
        String secrets = "/apps/" + key + "/secrets";
        Checked replaced = client.post(
                secrets, "{\"grace\":\"PT1H\"}", "if-match", created.header("etag"), "idempotency-key", once);
        assertThat(replaced.status()).isEqualTo(201);
        Checked repeated = client.post(
                secrets, "{\"grace\":\"PT1H\"}", "if-match", created.header("etag"), "idempotency-key", once);
        assertThat(repeated.text()).isEqualTo(replaced.text());
        assertThat(repeated.json().path("secret")).isNotEqualTo(created.json().path("secret"));
        assertThat(post(secrets, "{}").errors()).containsExactly(REUSED);

        Checked later = client.post(secrets, "{}");
        Checked late = client.post(
                secrets, "{\"grace\":\"PT1H\"}", "if-match", created.header("etag"), "idempotency-key", once);
        assertThat(late.problem()).as("the secret is not accepted any more").isEqualTo("not-found");
        assertThat(client.get("/apps/" + key).header("etag"))
                .as("the repetition changed nothing")
                .isEqualTo(later.header("etag"));
    }

    @Test
    void aKeyIsCreatedOnceAlsoIfItIsRequestedSeveralTimesAtOnce() throws Exception {
        String body = "{\"name\":\"" + once + "\",\"role\":\"admin\",\"tenantId\":\"" + tenant + "\"}";
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<String>> keys = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<String>>mapToObj(_ -> () -> {
                        try (ApiClient own = engine.admin()) {
                            return own.post("/keys", body, "idempotency-key", once)
                                    .json()
                                    .path("key")
                                    .asString();
                        }
                    })
                    .toList());
            String key = keys.getFirst().get();
            for (Future<String> other : keys) {
                assertThat(other.get()).isEqualTo(key);
            }
            assertThat(client.get("/keys?limit=1000").text().split(once, -1)).hasSize(2);
            requireUsable(key);
        }
    }

    /** And the requests that are sent with it are not those of the key that made it. */
    private void requireUsable(String key) {
        awaitAcceptance(client.with(key));
        assertThat(post("/apps", app("app-" + tenant)).status()).isEqualTo(201);
    }

    /** Servers read the keys twice a second. */
    private static void awaitAcceptance(ApiClient client) {
        while (client.get("/tenants").status() == 401) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aKeyThatWasRevokedIsNotShownAgain() {
        String body = "{\"name\":\"x\",\"role\":\"viewer\"}";
        Checked created = postTwice("/keys", body);
        client.delete("/keys/" + created.json().path("id").asString());
        assertThat(post("/keys", body).problem()).isEqualTo("not-found");
    }
}
