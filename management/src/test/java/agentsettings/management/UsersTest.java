package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Users are added, found, changed and deleted. */
@ParameterizedClass
@EnumSource(Engine.class)
final class UsersTest {

    private final Engine engine;
    private ApiClient client;
    private String users;

    UsersTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        client = engine.admin();
        users = "/tenants/" + Engine.newTenant(client) + "/users";
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private Checked add(String userId, String account) {
        return client.post(
                users, "{\"userId\":\"" + userId + "\",\"account\":\"" + account + "\",\"name\":\"" + account + "\"}");
    }

    @Test
    void aUserIsAddedWithAllItsValues() {
        Checked added = client.post(users, """
                {"userId":"u+1/ä","sumUserId":"s1","account":"anna","name":"Anna","phone":"1","email":"a@b",
                 "description":"d","status":"suspended"}""");
        assertThat(added.status()).isEqualTo(201);
        String path = added.header("location").substring("/api/v1".length());
        Checked got = client.get(path);
        assertThat(got.text()).isEqualTo(added.text());
        assertThat(got.header("etag")).isEqualTo(added.header("etag")).matches("\"[^\"]+\"");
        assertThat(got.json().path("userId").asString()).isEqualTo("u+1/ä");
        assertThat(got.json().path("status").asString()).isEqualTo("suspended");
        assertThat(got.json().path("hasSettings").asBoolean()).isFalse();
        assertThat(client.get(path, "if-none-match", "W/" + got.header("etag")).status())
                .isEqualTo(304);
        assertThat(client.get(path, "if-none-match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void allUsersThatMatchAreExported() {
        client.post(users, """
                {"userId":"u1","sumUserId":"s1","account":"anna","name":"=Anna","phone":"+4930",
                 "description":"a, b","status":"suspended"}""");
        add("1.38E+10", "bert");
        assertThat(client.get(users, "accept", "text/csv").text()).isEqualTo("""
                userId,sumUserId,account,name,phone,email,description,status\r
                "1.38E+10","1.38E+10",bert,bert,,,,active\r
                u1,s1,anna,'=Anna,+4930,,"a, b",suspended\r
                """);
        assertThat(client.get(users + "?q=anna", "accept", "application/jsonl").text())
                .isEqualTo(client.get(users + "/u1").text() + "\n");
    }

    @Test
    void theServiceChoosesAnId() {
        Checked added = client.post(users, "{\"account\":\"anna\",\"name\":\"Anna\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("userId").asString()).matches("[0-9]+");
        assertThat(added.json().path("sumUserId")).isEqualTo(added.json().path("userId"));
        assertThat(added.json().path("phone").isNull()).isTrue();
    }

    @Test
    void whatIsTakenIsRefused() {
        assertThat(add("u1", "anna").status()).isEqualTo(201);
        assertThat(add("u1", "other").problem()).isEqualTo("already-exists");
        assertThat(add("u2", "anna").problem()).isEqualTo("already-exists");
        assertThat(add("u2", "bert").status()).isEqualTo(201);
        assertThat(client.patch(users + "/u2", "{\"account\":\"anna\"}").problem())
                .isEqualTo("already-exists");
    }

    @Test
    void everyFaultOfABodyIsReported() {
        Checked refused = client.post(users, """
                {"account":"a!","phone":1,"email":"%s","status":"gone","color":"red"}""".formatted("e".repeat(65)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/account must be 3 to 64 characters; got 2.",
                        "/email must be at most 64 characters; got 65.",
                        "/name is required.",
                        "/phone must be a string or null.",
                        "/status must be one of toBeActivated, active, suspended.",
                        "/color is not a member that is known here.");
        assertThat(client.post(users, "{").errors().getFirst()).startsWith(" is not valid JSON: line 1");
        assertThat(client.post(users, "{\"name\":\"a\",\"name\":\"b\"}").problem())
                .isEqualTo("invalid-request");
        assertThat(client.post(users, "[]").problem()).isEqualTo("invalid-request");
        assertThat(client.post(users, "{}", "content-type", "text/plain").problem())
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void aRetryWithTheSameKeyAddsNothingTwice() {
        String body = "{\"account\":\"anna\",\"name\":\"Anna\"}";
        Checked first = client.post(users, body, "idempotency-key", "k1");
        Checked again = client.post(users, body, "idempotency-key", "k1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        Checked other = client.post(users, "{\"account\":\"bert\",\"name\":\"B\"}", "idempotency-key", "k1");
        assertThat(other.errors()).containsExactly("Idempotency-Key was used for another request.");
    }

    @Test
    void aPatchChangesWhatItNamesAndNullTakesAway() {
        Checked added = client.post(
                users, "{\"userId\":\"u1\",\"account\":\"anna\",\"name\":\"Anna\",\"phone\":\"1\",\"email\":\"e\"}");
        Checked patched = client.patch(
                users + "/u1",
                "{\"phone\":null,\"status\":\"suspended\"}",
                "content-type",
                "application/merge-patch+json",
                "if-match",
                added.header("etag"));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().path("phone").isNull()).isTrue();
        assertThat(patched.json().path("email").asString()).isEqualTo("e");
        assertThat(patched.json().path("status").asString()).isEqualTo("suspended");
        Checked late = client.patch(users + "/u1", "{\"phone\":\"2\"}", "if-match", added.header("etag"));
        assertThat(late.problem()).isEqualTo("version-changed");
        assertThat(late.json().path("current")).isEqualTo(patched.json());
        assertThat(late.header("etag")).isEqualTo(patched.header("etag"));
        assertThat(client.patch(users + "/u1", "{\"name\":null}").errors()).containsExactly("/name must be a string.");
        assertThat(client.patch(users + "/nobody", "{}").problem()).isEqualTo("not-found");
    }

    @Test
    void aUserWithSettingsIsDeletedOnlyWithThem() {
        add("u1", "anna");
        assertThat(client.put(users + "/u1/settings", "{}").status()).isEqualTo(201);
        assertThat(client.delete(users + "/u1").problem()).isEqualTo("in-use");
        assertThat(client.delete(users + "/u1?settings=delete", "if-match", "\"0\"")
                        .problem())
                .isEqualTo("version-changed");
        assertThat(client.delete(users + "/u1?settings=delete").status()).isEqualTo(204);
        assertThat(client.get(users + "/u1").problem()).isEqualTo("not-found");
        assertThat(client.get(users + "/u1/settings").problem()).isEqualTo("not-found");
        assertThat(client.delete(users + "/u1").problem()).isEqualTo("not-found");
    }

    @Test
    void pagesHaveEveryUserOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            add("u" + i, "acc" + i);
            expected.add("u" + i);
        }
        List<String> seen = new ArrayList<>();
        String next = users + "?limit=10&q=ACC&count=true";
        while (next != null) {
            Checked page = client.get(next);
            page.json()
                    .path("items")
                    .forEach(user -> seen.add(user.path("userId").asString()));
            assertThat(page.json().path("total").asInt()).isEqualTo(25);
            String link = page.header("link");
            assertThat(link != null).isEqualTo(page.json().has("next"));
            next = link == null ? null : link.substring("</api/v1".length(), link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(client.get(users + "?hasSettings=true").json().path("items")).isEmpty();
        assertThat(client.get(users + "?status=active&limit=1000").json().path("items"))
                .hasSize(25);
    }

    @Test
    void parametersOfAListAreChecked() {
        assertThat(client.get(users + "?limit=0").errors()).containsExactly("limit must be at least 1.");
        assertThat(client.get(users + "?limit=1001").errors()).containsExactly("limit must be at most 1000.");
        assertThat(client.get(users + "?limit=x").errors()).containsExactly("limit must be an integer.");
        assertThat(client.get(users + "?limit=1&limit=2").errors()).containsExactly("limit must be sent only once.");
        for (String damaged : List.of("%25", "zzzzzzzz", "AAAA")) {
            assertThat(client.get(users + "?after=" + damaged).errors())
                    .containsExactly("after is not a cursor of this list.");
        }
        assertThat(client.get(users + "?hasSettings=maybe").errors())
                .containsExactly("hasSettings must be true or false.");
    }
}
