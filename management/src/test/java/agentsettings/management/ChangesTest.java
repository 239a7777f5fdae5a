package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes are followed by pages and as a stream, by whoever may see them. */
@ParameterizedClass
@EnumSource(Engine.class)
@Timeout(60)
final class ChangesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Engine engine;
    private ApiClient client;
    private String tenantId;
    private String start;

    ChangesTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        client = engine.admin();
        tenantId = Engine.newTenant(client);
        start = client.get("/changes?after=latest").json().path("next").asString();
        client.post("/tenants/" + tenantId + "/users", "{\"userId\":\"u1\",\"account\":\"acc-u1\",\"name\":\"N\"}");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void theChangesOfTheLastHoursAndDaysAreCounted() {
        put("direct");
        put("bidirectional");
        for (String per : new String[] {"hour", "day"}) {
            Checked response = client.get("/tenants/" + tenantId + "/changes:count?per=" + per);
            JsonNode counts = response.json();
            assertThat(counts.path("total").asInt()).isEqualTo(3);
            assertThat(counts.path("items").size()).isEqualTo(per.equals("hour") ? 24 : 30);
            assertThat(counts.path("items").valueStream())
                    .isSortedAccordingTo(
                            Comparator.comparing(item -> item.path("from").asString()));
            assertThat(counts.path("items")
                            .valueStream()
                            .mapToInt(item -> item.path("changes").asInt()))
                    .contains(3);
        }
        assertThat(client.get("/tenants/" + tenantId + "/changes:count?per=week")
                        .errors())
                .isNotEmpty();
    }

    private void put(String callType) {
        client.put("/tenants/" + tenantId + "/users/u1/settings", "{\"callType\":\"" + callType + "\"}");
    }

    @Test
    void eachChangeIsAnEventWithWhoAndWhat() {
        put("direct");
        put("bidirectional");
        client.delete("/tenants/" + tenantId + "/users/u1?settings=delete");

        List<JsonNode> events = follow("tenant=" + tenantId, 2);

        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactlyInAnyOrder(
                        "agentsettings.user.created",
                        "agentsettings.settings.created",
                        "agentsettings.settings.updated",
                        "agentsettings.settings.deleted",
                        "agentsettings.user.deleted");
        assertThat(events)
                .allMatch(event -> event.path("subject").asString().startsWith("/tenants/" + tenantId + "/users/u1"));
        JsonNode update = events.stream()
                .filter(event -> event.path("type").asString().endsWith("updated"))
                .findFirst()
                .orElseThrow()
                .path("data");
        assertThat(update.path("actor").path("name").asString()).isEqualTo("demoadmn");
        assertThat(update.path("settingsVersion").asInt()).isEqualTo(2);
        assertThat(update.path("before").path("callType").asString()).isEqualTo("direct");
        assertThat(update.path("after").path("callType").asString()).isEqualTo("bidirectional");
        assertThat(update.path("changed").toString()).isEqualTo("[\"callType\"]");
    }

    @Test
    void aPageLinksToTheNextWithTheSameFilter() {
        Checked page = client.get("/changes?limit=1&tenant=" + tenantId + "&after=" + start);
        assertThat(page.header("link"))
                .isEqualTo("</api/v1/changes?limit=1&tenant=" + tenantId + "&after="
                        + page.json().path("next").asString() + ">; rel=\"next\"");
    }

    @Test
    void aKeyOfOneTenantSpaceFollowsThatAlone() throws InterruptedException {
        String other = Engine.newTenant(client);
        client.post("/tenants/" + other + "/users", "{\"userId\":\"u9\",\"account\":\"acc-u9\",\"name\":\"N\"}");
        client.with(Engine.newKey(client, "viewer", tenantId));
        while (client.get("/tenants").status() == 401) { // servers read the keys twice a second
            Thread.sleep(20);
        }

        assertThat(follow("limit=5", 5))
                .extracting(event -> event.path("subject").asString())
                .containsExactly("/tenants/" + tenantId + "/users/u1");
        assertThat(client.get("/changes?tenant=" + other).problem()).isEqualTo("not-found");
    }

    @Test
    void aCursorThatIsNoneIsRefusedAndOneOfAnotherLogHasExpired() {
        assertThat(client.get("/changes?after=nonsense!").errors())
                .containsExactly("after is not a cursor of the feed.");
        Checked expired = client.get("/changes?after=0123456789ab.0-1");
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.problem()).isEqualTo("cursor-expired");
    }

    @Test
    void itBeginsWithAsManyOfTheLastChangesAsAreWanted() {
        put("direct");
        put("bidirectional");

        assertThat(client.get("/changes?last=2&tenant=" + tenantId).json().path("items"))
                .extracting(event ->
                        event.path("data").path("after").path("callType").asString())
                .containsExactly("direct", "bidirectional");
        assertThat(client.get("/changes?last=2&after=latest").json().path("items"))
                .isEmpty();
        assertThat(client.get("/changes?last=0").status()).isEqualTo(400);
    }

    @Test
    void aStreamTellsLaterChangesAndGoesOnWhereItWasCutOff() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String last;
            try (EventReader events = listen(http, engine.server(), start)) {
                assertThat(events.next().path("type").asString()).isEqualTo("agentsettings.user.created");
                put("direct");
                assertThat(events.next().path("type").asString()).isEqualTo("agentsettings.settings.created");
                last = events.lastId;
            }
            put("passThrough");
            try (EventReader events = listen(http, engine.server(), last)) {
                JsonNode update = events.next();
                assertThat(update.path("type").asString()).isEqualTo("agentsettings.settings.updated");
                assertThat(update.path("data").path("after").path("callType").asString())
                        .isEqualTo("passThrough");
            }
        }
    }

    @Test
    void aStreamEndsWhenTheServiceStops(@TempDir Path folder) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                ManagementServer server = ManagementServer.onSqlite(folder.resolve("data"))) {
            EventReader events = listen(http, server, null);
            events.next();
            Thread stop = Thread.ofVirtual().start(server::close);
            while (events.readLine() != null) {
                // what was under way
            }
            stop.join();
        }
    }

    private EventReader listen(HttpClient http, ManagementServer server, String after) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.management("/api/v1/changes"))
                .header("authorization", "Bearer " + Engine.ADMIN)
                .header("accept", "text/event-stream");
        if (after != null) {
            request.header("last-event-id", after);
        }
        return new EventReader(
                http.send(request.build(), BodyHandlers.ofInputStream()).body());
    }

    /** Reads server-sent events of the test's tenant space, or of the demo's. */
    private static final class EventReader implements AutoCloseable {

        private final BufferedReader lines;
        private String lastId;

        EventReader(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        String readLine() throws IOException {
            return lines.readLine();
        }

        JsonNode next() throws IOException {
            while (true) {
                String line = lines.readLine();
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    return JSON.readTree(line.substring(6));
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** All events from the start of the test on. */
    private List<JsonNode> follow(String query, int limit) {
        List<JsonNode> events = new ArrayList<>();
        String cursor = start;
        String before = null;
        while (!cursor.equals(before)) {
            JsonNode page = client.get("/changes?" + query + (query.contains("limit") ? "" : "&limit=" + limit)
                            + "&after=" + cursor)
                    .json();
            page.path("items").forEach(events::add);
            before = cursor;
            cursor = page.path("next").asString();
        }
        return events;
    }
}
