package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The settings of many users are changed alike, and put back. */
@ParameterizedClass
@EnumSource(Engine.class)
final class BulkChangesTest {

    private static final String HEADER = "userId,callType,displayNumbers,defaultDisplayNumber\n";

    private final Engine engine;
    private ApiClient api;
    private JobClient jobs;

    BulkChangesTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void importSettings() {
        api = engine.admin();
        jobs = JobClient.ofNewTenant(api, 5);
        jobs.imported(
                "settings",
                "create",
                HEADER + "u1,direct,+491,+491\nu2,bidirectional,+491,+491\nu3,direct,+492,+492\nu4,direct,+491,+491\n");
    }

    @AfterEach
    void disconnect() {
        api.close();
    }

    private Checked change(String body, String... headers) {
        return api.post(jobs.tenant() + "/settings:change", body, headers);
    }

    private JsonNode settings(String userId) {
        return api.get(jobs.tenant() + "/users/" + userId + "/settings").json();
    }

    private String callType(String userId) {
        return settings(userId).path("callType").asString();
    }

    @Test
    void theUsersWhomAFilterFindsAreChanged() {
        JsonNode job = jobs.over(change("""
                {"filter":{"callType":"direct","number":"+491"},"patch":{"callType":"passThrough"}}"""));

        assertThat(JobClient.counts(job)).containsExactly(2, 2, 0, 0);
        assertThat(callType("u1")).isEqualTo("passThrough");
        assertThat(callType("u2")).isEqualTo("bidirectional");
        assertThat(callType("u3")).isEqualTo("direct");
        assertThat(callType("u4")).isEqualTo("passThrough");
    }

    @Test
    void listedUsersAreChangedAndThoseWithoutSettingsAreFaults() {
        Checked sent = change("""
                {"userIds":["u1","u5","u2","nobody","u1"],"patch":{"callType":"bidirectional"}}""");
        JsonNode job = jobs.over(sent);

        assertThat(JobClient.counts(job)).containsExactly(4, 1, 1, 2);
        assertThat(jobs.faults(JobClient.path(sent))).containsExactly("2 userId no-settings", "4 userId unknown-user");
    }

    @Test
    void aDryRunShowsWhatWouldBeChanged() {
        JsonNode first = api.post(
                        jobs.tenant() + "/settings:change?dryRun=true&limit=2",
                        "{\"filter\":{},\"patch\":{\"displayNumbers\":[\"+491\"]}}")
                .json();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("items").path(0).path("changed").size()).isZero();
        JsonNode rest = api.post(
                        jobs.tenant() + "/settings:change?dryRun=true&after="
                                + first.path("next").asString(),
                        "{\"filter\":{},\"patch\":{\"displayNumbers\":[\"+491\"]}}")
                .json();
        JsonNode u3 = rest.path("items").path(0);
        assertThat(u3.path("userId").asString()).isEqualTo("u3");
        assertThat(u3.path("changed").toString()).isEqualTo("[\"displayNumbers\"]");
        assertThat(u3.path("before").path("displayNumbers").toString()).isEqualTo("[\"+492\"]");
        assertThat(u3.path("after").path("displayNumbers").toString()).isEqualTo("[\"+491\"]");
        assertThat(settings("u3").path("version").asInt()).isEqualTo(1);
        assertThat(api.get(jobs.tenant() + "/bulk-changes").json().path("items"))
                .isEmpty();
    }

    @Test
    void anUndoPutsBackWhatNobodyHasChangedSince() {
        Checked sent = change("{\"filter\":{},\"patch\":{\"callType\":\"bidirectional\"}}");
        jobs.over(sent);
        api.patch(jobs.tenant() + "/users/u3/settings", "{\"callType\":\"passThrough\"}");

        Checked undo = api.post(JobClient.path(sent) + "/undo", null);
        JsonNode job = jobs.over(undo);

        assertThat(job.path("kind").asString()).isEqualTo("undo");
        assertThat(JobClient.counts(job)).containsExactly(4, 2, 1, 1);
        assertThat(jobs.faults(JobClient.path(undo))).containsExactly("3 userId changed-since");
        assertThat(callType("u1")).isEqualTo("direct");
        assertThat(callType("u2")).isEqualTo("bidirectional");
        assertThat(callType("u3")).isEqualTo("passThrough");
        assertThat(callType("u4")).isEqualTo("direct");
        JsonNode again = jobs.over(api.post(JobClient.path(sent) + "/undo", null));
        assertThat(again.path("rowsApplied").asInt()).isZero();
    }

    @Test
    void onlyABulkChangeThatIsOverCanBeUndone() {
        Checked sent = change("{\"filter\":{},\"patch\":{\"callType\":\"bidirectional\"}}");
        jobs.over(sent);
        Checked undo = api.post(JobClient.path(sent) + "/undo", null);
        jobs.over(undo);

        assertThat(api.post(JobClient.path(undo) + "/undo", null).problem()).isEqualTo("in-use");
        assertThat(api.get(jobs.tenant() + "/bulk-changes").json().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void aChangeIsSentAgainWithoutBeingDoneAgain() {
        String body = "{\"userIds\":[\"u1\"],\"patch\":{\"callType\":\"passThrough\"}}";
        Checked first = change(body, "idempotency-key", "change-1");
        jobs.over(first);
        jobs.over(change("{\"userIds\":[\"u1\"],\"patch\":{\"callType\":\"direct\"}}"));

        Checked again = change(body, "idempotency-key", "change-1");
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(callType("u1")).isEqualTo("direct");
    }

    @Test
    void everyFaultOfAChangeIsNamed() {
        assertThat(change("{\"patch\":{\"displayNumbers\":[\"1\",\"x\"],\"callType\":\"up\"}}")
                        .errors())
                .hasSize(3)
                .anyMatch(error -> error.startsWith(" must have either userIds or filter."))
                .anyMatch(error -> error.startsWith("/patch/displayNumbers/1 "))
                .anyMatch(error -> error.startsWith("/patch/callType "));
        assertThat(change("{\"filter\":{},\"patch\":{}}").errors()).containsExactly("/patch must change something.");
    }
}
