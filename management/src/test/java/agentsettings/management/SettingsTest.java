package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Settings are put, patched, deleted, searched, exported, and put back from their history. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SettingsTest {

    private static final int RACES = 1000;
    private static final String WHOLE = """
            {"callType":"bidirectional","displayNumbers":["123","+4930"],"defaultDisplayNumber":"",
             "softphoneNumbers":[],"defaultSoftphoneNumber":"77"}""";

    private final Engine engine;
    private ApiClient client;
    private String tenant;

    SettingsTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        client = engine.admin();
        tenant = "/tenants/" + Engine.newTenant(client);
        for (String user : new String[] {"u1", "u2", "u3"}) {
            client.post(
                    tenant + "/users",
                    "{\"userId\":\"%s\",\"account\":\"acc-%s\",\"name\":\"N\"}".formatted(user, user));
        }
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private String settings(String user) {
        return tenant + "/users/" + user + "/settings";
    }

    @Test
    void aPutCreatesThenReplaces() {
        assertThat(client.get(settings("u1")).problem()).isEqualTo("not-found");
        Checked created = client.put(settings("u1"), WHOLE, "if-none-match", "*");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo("/api/v1" + settings("u1"));
        assertThat(created.header("etag"))
                .isEqualTo("\"" + created.json().path("id").asString() + "-1\"");
        assertThat(client.get(settings("u1")).text()).isEqualTo(created.text());
        assertThat(client.get(settings("u1"), "if-none-match", created.header("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(client.put(settings("u1"), WHOLE, "if-none-match", "*").problem())
                .isEqualTo("version-changed");
        Checked replaced = client.put(settings("u1"), "{\"callType\":\"direct\"}", "if-match", created.header("etag"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("version").asInt()).isEqualTo(2);
        assertThat(replaced.json().path("displayNumbers").isNull()).isTrue();
        assertThat(client.put(settings("nobody"), "{}").problem()).isEqualTo("not-found");
    }

    @Test
    void aPatchKeepsWhatItDoesNotName() {
        client.put(settings("u1"), WHOLE);
        JsonNode patched = client.patch(settings("u1"), "{\"callType\":null,\"displayNumbers\":[\"5\"]}")
                .json();
        assertThat(patched.path("callType").isNull()).isTrue();
        assertThat(patched.path("displayNumbers").toString()).isEqualTo("[\"5\"]");
        assertThat(patched.path("defaultDisplayNumber").asString()).isEmpty();
        assertThat(patched.path("softphoneNumbers").toString()).isEqualTo("[]");
        assertThat(client.patch(settings("u2"), "{}").problem()).isEqualTo("not-found");
    }

    @Test
    void everyFaultOfABodyIsReportedInTheWordsOfTheRules() {
        Checked refused = client.put(settings("u1"), """
                {"callType":"sideways","displayNumbers":["1","x","",2,"5","6"],"softphoneNumbers":"7",
                 "defaultDisplayNumber":"1234567890123456","x":1}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/callType must be one of direct, bidirectional, passThrough, null.",
                        "/displayNumbers must have at most 5 numbers; got 6.",
                        "/displayNumbers/1 must contain only digits, *, # and a leading + (not alone); character 1 is not allowed.",
                        "/displayNumbers/2 must be 1 to 15 characters; got 0.",
                        "/displayNumbers/3 must be a string.",
                        "/softphoneNumbers must be an array or null.",
                        "/defaultDisplayNumber must be at most 15 characters; got 16.",
                        "/x is not a member that is known here.");
    }

    @Test
    void aMemberWhoseValueIsInvalidIsAKnownMember() {
        assertThat(client.put(settings("u1"), "{\"displayNumbers\":[7,\"1234567890123456\"],\"callType\":1}")
                        .errors())
                .containsExactlyInAnyOrder(
                        "/callType must be a string or null.",
                        "/displayNumbers/0 must be a string.",
                        "/displayNumbers/1 must be 1 to 15 characters; got 16.");
        assertThat(client.put(settings("u1"), "[]").json().path("detail").asString())
                .isEqualTo("The body must be an object.");
    }

    @Test
    void conditionsAreChecked() {
        Checked created = client.put(settings("u1"), WHOLE);
        assertThat(client.delete(settings("u2"), "if-match", "*").problem()).isEqualTo("not-found");
        Checked failed = client.put(settings("u2"), "{}", "if-match", "*");
        assertThat(failed.problem()).isEqualTo("version-changed");
        assertThat(failed.json().path("current").isNull()).isTrue();
        assertThat(client.delete(settings("u1"), "if-match", "W/" + created.header("etag"))
                        .status())
                .isEqualTo(412);
        assertThat(client.delete(settings("u1"), "if-match", "nonsense").problem())
                .isEqualTo("invalid-request");
        assertThat(client.put(settings("u1"), "{}", "if-none-match", "\"1\"").problem())
                .isEqualTo("invalid-request");
        assertThat(client.put(settings("u1"), "{}", "if-match", "*", "if-none-match", "*")
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(client.delete(settings("u1"), "if-match", "\"1\" , " + created.header("etag"))
                        .status())
                .isEqualTo(204);
        assertThat(client.delete(settings("u1")).problem()).isEqualTo("not-found");
        assertThat(client.put(settings("u1"), WHOLE).header("etag")).isNotEqualTo(created.header("etag"));
    }

    @Test
    void ofTwoEditorsExactlyOneWinsEachRace() {
        String tag = client.put(settings("u1"), WHOLE).header("etag");
        try (ApiClient other = engine.admin()) {
            for (int i = 0; i < RACES; i++) {
                String seen = tag;
                String body = "{\"displayNumbers\":[\"1" + i + "\"]}";
                String others = "{\"displayNumbers\":[\"2" + i + "\"]}";
                var theirs = CompletableFuture.supplyAsync(() -> other.patch(settings("u1"), others, "if-match", seen));
                Checked ours = client.patch(settings("u1"), body, "if-match", seen);
                Checked won = ours.status() == 200 ? ours : theirs.join();
                Checked lost = ours.status() == 200 ? theirs.join() : ours;
                assertThat(won.status()).isEqualTo(200);
                assertThat(lost.problem()).isEqualTo("version-changed");
                assertThat(lost.json().path("current").path("displayNumbers"))
                        .isEqualTo(won.json().path("displayNumbers"));
                tag = won.header("etag");
            }
        }
    }

    @Test
    void aListIsSearchedAndExported() {
        client.put(settings("u1"), WHOLE);
        client.put(settings("u2"), "{\"callType\":\"passThrough\",\"displayNumbers\":[\"9\"]}");
        client.put(settings("u3"), "{}");
        String list = tenant + "/settings";
        assertThat(client.get(list + "?count=true").json().path("total").asInt())
                .isEqualTo(3);
        assertThat(found(list + "?number=77")).isEqualTo("u1");
        assertThat(client.get(list + "?number=+77").errors())
                .as("a plus that is not encoded means a space")
                .containsExactly("number must match the regular expression ^[+0-9*#]+$.");
        assertThat(found(list + "?displayNumber=9")).isEqualTo("u2");
        assertThat(found(list + "?softphoneNumber=9")).isEmpty();
        assertThat(found(list + "?callType=passThrough")).isEqualTo("u2");
        assertThat(found(list + "?q=ACC-u3")).isEqualTo("u3");
        assertThat(found(list + "?updatedSince=2000-01-01T00:00:00%2B01:00")).isEqualTo("u1u2u3");
        assertThat(found(list + "?updatedSince=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(client.get(list + "?updatedSince=today").problem()).isEqualTo("invalid-request");
        assertThat(client.get(list, "accept", "text/csv").text()).isEqualTo("""
                userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r
                u1,bidirectional,123|+4930,none,none,77\r
                u2,passThrough,9,,,\r
                u3,,,,,\r
                """);
        String lines = client.get(list + "?q=u2", "accept", "application/jsonl").text();
        assertThat(lines.lines().toList())
                .containsExactly(client.get(settings("u2")).text());
        assertThat(client.get(list, "accept", "image/png").problem()).isEqualTo("not-acceptable");
    }

    private String found(String path) {
        StringBuilder users = new StringBuilder();
        client.get(path)
                .json()
                .path("items")
                .forEach(item -> users.append(item.path("userId").asString()));
        return users.toString();
    }

    @Test
    void aChangeIsFoundInTheHistoryAndPutBack() {
        client.put(settings("u1"), WHOLE);
        client.patch(settings("u1"), "{\"displayNumbers\":[\"5\"]}");
        String history = tenant + "/users/u1/history";
        Checked page = client.get(history + "?limit=2");
        JsonNode newest = page.json().path("items").get(0);
        assertThat(newest.path("type").asString()).isEqualTo("settings.updated");
        assertThat(newest.path("changed").toString()).isEqualTo("[\"displayNumbers\"]");
        assertThat(newest.path("actor").path("name").asString()).isEqualTo("demoadmn");
        assertThat(newest.path("before").path("displayNumbers").toString()).isEqualTo("[\"123\",\"+4930\"]");
        String next = client.get(history + "?after=" + page.json().path("next").asString())
                .text();
        assertThat(next).contains("user.created").doesNotContain("settings.");

        String restore = settings("u1") + ":restore";
        Checked restored =
                client.post(restore, "{\"change\":\"" + newest.path("change").asString() + "\"}");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().path("displayNumbers"))
                .isEqualTo(newest.path("before").path("displayNumbers"));
        JsonNode created = page.json().path("items").get(1);
        assertThat(created.path("type").asString()).isEqualTo("settings.created");
        String first = "{\"change\":\"" + created.path("change").asString() + "\"}";
        assertThat(client.post(restore, first, "if-match", "\"1-1\"").problem()).isEqualTo("version-changed");
        assertThat(client.post(restore, first, "if-none-match", "*").problem()).isEqualTo("version-changed");
        assertThat(client.post(restore, first).status()).isEqualTo(204);
        assertThat(client.post(restore, first).status()).isEqualTo(204);
        assertThat(client.post(restore, first, "if-none-match", "*").status()).isEqualTo(204);
        Checked again =
                client.post(restore, "{\"change\":\"" + newest.path("change").asString() + "\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(client.post(restore, "{\"change\":\"1\"}").errors())
                .containsExactly("/change is no change of this user that is kept.");
        assertThat(client.get(history + "?after=eA").errors()).containsExactly("after is not a cursor of this list.");
        assertThat(client.get(tenant + "/users/nobody/history").problem()).isEqualTo("not-found");
    }

    private int failing() {
        return client.get(tenant + "/summary")
                .json()
                .path("settings")
                .path("wouldFail")
                .asInt();
    }

    @Test
    void theSummaryCounts() {
        client.put(settings("u1"), WHOLE);
        client.put(settings("u2"), "{\"displayNumbers\":[\"123\"]}");
        JsonNode summary = client.get(tenant + "/summary").json();
        assertThat(summary.path("users").asInt()).isEqualTo(3);
        assertThat(summary.path("usersWithoutSettings").asInt()).isEqualTo(1);
        assertThat(summary.path("settings").toString())
                .isEqualTo("{\"direct\":0,\"bidirectional\":1,\"passThrough\":0,\"withoutCallType\":1,\"total\":2,"
                        + "\"wouldFail\":0}");
        client.patch(tenant + "/users/u2", "{\"status\":\"suspended\"}");
        client.put(settings("u1"), "{\"callType\":\"direct\"}");
        assertThat(failing()).as("a suspended user, and no number to present").isEqualTo(2);
        client.patch(tenant, "{\"accessCode\":\"+4930\"}");
        assertThat(failing()).as("the access code is presented").isEqualTo(1);
        assertThat(summary.path("mostUsedDisplayNumbers").get(0).toString())
                .isEqualTo("{\"number\":\"123\",\"users\":2}");
    }
}
