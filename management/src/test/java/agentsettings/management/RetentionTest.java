package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import agentsettings.server.config.ConfigReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service that keeps changes for a day, two days later: old cursors have expired, and all else goes on. */
@Timeout(60)
final class RetentionTest {

    private static final InstantSource TWO_DAYS_LATER =
            InstantSource.offset(InstantSource.system(), Duration.ofDays(2));

    @TempDir
    private Path folder;

    private String tenantId;
    private String start;
    private String oldChange;
    private String bulkChange;

    @Test
    void onSqlite() {
        Path data = folder.resolve("data");
        try (ManagementServer server = ManagementServer.onSqlite(data);
                ApiClient client = ApiClient.of(server).with(Engine.ADMIN)) {
            makeChanges(client);
        }
        requireTrimmed(new ConfigReader().option("--data", "storage.data", data));
    }

    @Test
    void onPostgres() throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
            try (ManagementServer server = ManagementServer.onPostgres(data, url, "postgres");
                    ApiClient client = ApiClient.of(server).with(Engine.ADMIN)) {
                makeChanges(client);
            }
            requireTrimmed(ManagementServer.configOfPostgres(data, url, "postgres"));
        }
    }

    private String user() {
        return "/tenants/" + tenantId + "/users/u1";
    }

    private void makeChanges(ApiClient client) {
        tenantId = Engine.newTenant(client);
        start = client.get("/changes?after=latest").json().path("next").asString();
        client.post("/tenants/" + tenantId + "/users", "{\"userId\":\"u1\",\"account\":\"acc-u1\",\"name\":\"N\"}");
        client.put(user() + "/settings", "{\"callType\":\"bidirectional\"}");
        Checked changed = client.post(
                "/tenants/" + tenantId + "/settings:change",
                "{\"userIds\":[\"u1\"],\"patch\":{\"callType\":\"direct\"}}");
        bulkChange = JobClient.path(changed);
        jobs(client).over(changed);
        oldChange = client.get(user() + "/history")
                .json()
                .path("items")
                .path(0)
                .path("change")
                .asString();
    }

    private JobClient jobs(ApiClient client) {
        return new JobClient(client, "/tenants/" + tenantId);
    }

    private void requireTrimmed(ConfigReader config) {
        try (ManagementServer server = ManagementServer.keepingADay(config, TWO_DAYS_LATER);
                ApiClient client = ApiClient.of(server).with(Engine.ADMIN)) {
            Checked expired = client.get("/changes?after=" + start);
            while (expired.status() == 200) { // the service trims beside the requests
                expired = client.get("/changes?after=" + start);
            }
            assertThat(expired.status()).isEqualTo(410);
            assertThat(expired.problem()).isEqualTo("cursor-expired");
            assertThat(client.get("/changes", "accept", "text/event-stream", "last-event-id", start)
                            .problem())
                    .isEqualTo("cursor-expired");
            requireThatAllElseGoesOn(client);
        }
    }

    private void requireThatAllElseGoesOn(ApiClient client) {
        JsonNode page = client.get("/changes").json();
        assertThat(page.path("items")).isEmpty();
        assertThat(client.get(user() + "/history").json().path("items")).isEmpty();
        assertThat(client.post(user() + "/settings:restore", "{\"change\":\"" + oldChange + "\"}")
                        .errors())
                .containsExactly("/change is no change of this user that is kept.");
        assertThat(client.get(user() + "/settings").json().path("callType").asString())
                .isEqualTo("direct");

        Checked undo = client.post(bulkChange + "/undo", null);
        assertThat(JobClient.counts(jobs(client).over(undo))).containsExactly(1, 0, 0, 1);
        assertThat(jobs(client).faults(JobClient.path(undo))).containsExactly("1 userId not-kept");

        client.put(user() + "/settings", "{\"callType\":\"bidirectional\"}");
        JsonNode next =
                client.get("/changes?after=" + page.path("next").asString()).json();
        assertThat(next.path("items"))
                .singleElement()
                .satisfies(change -> assertThat(change.path("data")
                                .path("before")
                                .path("callType")
                                .asString())
                        .isEqualTo("direct"));
        assertThat(client.get("/changes?last=10000").json().path("items")).isEqualTo(next.path("items"));
        assertThat(client.get(user() + "/history").json().path("items")).hasSize(1);
    }
}
