package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tenant spaces, apps with their secrets, and management keys. */
@ParameterizedClass
@EnumSource(Engine.class)
final class DirectoryTest {

    private final Engine engine;
    private ApiClient client;
    private String tenant;

    DirectoryTest(Engine engine) {
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

    @Test
    void aTenantSpaceIsChangedAndDeletedUnderConditions() {
        String path = "/tenants/" + tenant;
        Checked got = client.get(path);
        assertThat(got.json().path("numberCheck").asString()).isEqualTo("off");
        assertThat(client.get(path, "if-none-match", got.header("etag")).status())
                .isEqualTo(304);
        Checked changed = client.patch(
                path, "{\"name\":\"Support\",\"region\":\"DE\",\"accessCode\":\"+4930\",\"numberCheck\":\"warn\"}");
        assertThat(changed.json().path("region").asString()).isEqualTo("DE");
        Checked late = client.patch(path, "{\"region\":null}", "if-match", got.header("etag"));
        assertThat(late.problem()).isEqualTo("version-changed");
        assertThat(late.json().path("current")).isEqualTo(changed.json());
        assertThat(client.patch(path, "{\"region\":null}").json().path("region").isNull())
                .isTrue();
        assertThat(client.patch(path, "{\"region\":\"XX\",\"accessCode\":\"a\",\"numberCheck\":\"no\"}")
                        .errors())
                .hasSize(3);
        assertThat(client.post("/tenants", "{\"id\":\"" + tenant + "\"}").problem())
                .isEqualTo("already-exists");
        assertThat(client.post("/tenants", "{\"id\":\"12\"}").errors())
                .containsExactly("/id must be 12 digits, got 2.");
        client.post(path + "/users", "{\"userId\":\"u\",\"account\":\"acc\",\"name\":\"N\"}");
        assertThat(client.delete(path).problem()).isEqualTo("in-use");
        client.delete(path + "/users/u");
        assertThat(client.delete(path, "if-match", "\"0\"").problem()).isEqualTo("version-changed");
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).problem()).isEqualTo("not-found");
        assertThat(client.get(path + "/users").problem()).isEqualTo("not-found");
    }

    @Test
    void tenantSpacesAreListedInPages() {
        String first = client.get("/tenants?limit=1")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        Checked page = client.get("/tenants?limit=1&count=true");
        assertThat(page.json().path("total").asInt()).isGreaterThan(1);
        Checked next =
                client.get("/tenants?limit=1&after=" + page.json().path("next").asString());
        assertThat(next.json().path("items").get(0).path("id").asString()).isGreaterThan(first);
    }

    @Test
    void anAppGetsASecretOnceAndAnotherWithGrace() {
        String key = "app-" + tenant;
        Checked created =
                client.post("/apps", "{\"key\":\"" + key + "\",\"tenantId\":\"" + tenant + "\",\"edition\":2023}");
        assertThat(created.status()).isEqualTo(201);
        String secret = created.json().path("secret").asString();
        assertThat(secret).hasSize(64);
        Checked got = client.get("/apps/" + key);
        assertThat(got.text()).doesNotContain(secret);
        assertThat(client.post("/apps", "{\"key\":\"" + key + "\",\"tenantId\":\"" + tenant + "\"}")
                        .problem())
                .isEqualTo("already-exists");
        assertThat(client.post("/apps/" + key + "/secrets", "{\"grace\":\"P8D\"}")
                        .errors())
                .containsExactly("/grace must be PT0S to P7D.");
        Checked another =
                client.post("/apps/" + key + "/secrets", "{\"grace\":\"PT1H\"}", "if-match", got.header("etag"));
        assertThat(another.status()).isEqualTo(201);
        assertThat(another.json().path("secret").asString()).isNotEqualTo(secret);
        assertThat(another.json().path("previousSecretUntil").isNull()).isFalse();
        assertThat(client.post("/apps/" + key + "/secrets", "{}")
                        .json()
                        .path("previousSecretUntil")
                        .isNull())
                .isTrue();
        assertThat(client.patch("/apps/" + key, "{\"enabled\":false}", "if-match", got.header("etag"))
                        .problem())
                .isEqualTo("version-changed");
        assertThat(client.patch("/apps/" + key, "{\"enabled\":false,\"edition\":2025}")
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
        assertThat(client.get("/apps?tenant=" + tenant).json().path("items")).hasSize(1);
        assertThat(client.delete("/apps/" + key).status()).isEqualTo(204);
        assertThat(client.delete("/apps/" + key).problem()).isEqualTo("not-found");
        assertThat(client.post("/apps", "{\"key\":\"x y\",\"tenantId\":\"999999999999\"}")
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(client.post("/apps", "{\"key\":\"x\",\"tenantId\":\"999999999999\"}")
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void aKeyIsShownOnceAndRevoked() {
        Checked created =
                client.post("/keys", "{\"name\":\"ops\",\"role\":\"viewer\",\"expiresAt\":\"2999-01-01T00:00:00Z\"}");
        assertThat(created.status()).isEqualTo(201);
        String text = created.json().path("key").asString();
        String id = created.json().path("id").asString();
        assertThat(text).startsWith("ask_" + id + "_");
        assertThat(client.get("/keys/" + id).text()).doesNotContain(text);
        assertThat(client.get("/keys?limit=1000").text()).contains(id).doesNotContain(text);
        assertThat(client.post("/keys", "{\"name\":\"\",\"role\":\"boss\",\"expiresAt\":\"2000-01-01T00:00:00Z\"}")
                        .errors())
                .hasSize(3);
        assertThat(client.delete("/keys/" + id).status()).isEqualTo(204);
        assertThat(client.get("/keys/" + id).problem()).isEqualTo("not-found");
    }
}
