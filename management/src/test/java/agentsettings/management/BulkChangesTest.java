package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(api.get(JobClient.path(sent) + "/faults")
                        .json()
                        .path("items")
                        .findValuesAsString("userId"))
                .containsExactly("u5", "nobody");
    }

    @Test
    void aDryRunShowsWhatWouldBeChanged() {
        JsonNode first = api.post(
                        jobs.tenant() + "/settings:change?dryRun=true&limit=2",
                        "{\"filter\":{},\"patch\":{\"displayNumbers\":[\"+491\"]}}")
                .json();
        assertThat(first.path("items")).as("two that would stay as they are").isEmpty();
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
    void aDryRunShowsWhatWouldBeRefused() {
        api.patch(jobs.tenant(), "{\"numberCheck\":\"enforce\"}");
        String body = """
                {"userIds":["u1","u3","u5","nobody"],"patch":{"displayNumbers":["+491"],"callType":"passThrough"}}""";
        JsonNode items = api.post(jobs.tenant() + "/settings:change?dryRun=true", body)
                .json()
                .path("items");
        assertThat(items.valueStream())
                .extracting(BulkChangesTest::plan)
                .containsExactly(
                        "nobody unknown-user []",
                        "u1  [\"callType\"]",
                        "u3 number-not-allotted []",
                        "u5 no-settings []");

        Checked sent = change(body);
        jobs.over(sent);
        assertThat(jobs.faults(JobClient.path(sent)))
                .containsExactly(
                        "2 displayNumbers number-not-allotted", "3 userId no-settings", "4 userId unknown-user");
    }

    private static String plan(JsonNode item) {
        return item.path("userId").asString() + " "
                + String.join(",", item.path("faults").findValuesAsString("code")) + " "
                + item.path("changed");
    }

    @Test
    void enforcedAnUndoPutsBackWhatTouchesNoNumber() {
        Checked sent = change("{\"userIds\":[\"u1\"],\"patch\":{\"callType\":\"bidirectional\"}}");
        jobs.over(sent);
        api.patch(jobs.tenant(), "{\"numberCheck\":\"enforce\"}");

        assertThat(JobClient.counts(jobs.over(api.post(JobClient.path(sent) + "/undo", null))))
                .containsExactly(1, 1, 0, 0);
        assertThat(callType("u1")).isEqualTo("direct");
    }

    @Test
    void anUndoGoesThroughTheUsersToWhomACancelledChangeHasCome() {
        int users = 600;
        JobClient many = JobClient.ofNewTenant(api, users);
        String file = IntStream.rangeClosed(1, users)
                .mapToObj(i -> "u" + i + ",direct,,\n")
                .collect(Collectors.joining("", HEADER, ""));
        many.imported("settings", "create", file);
        Checked sent = api.post(
                many.tenant() + "/settings:change", "{\"filter\":{},\"patch\":{\"callType\":\"passThrough\"}}");
        api.delete(JobClient.path(sent));
        JsonNode cancelled = many.over(JobClient.path(sent));

        JsonNode undo = many.over(api.post(JobClient.path(sent) + "/undo", null));
        assertThat(JobClient.counts(undo)).isEqualTo(JobClient.counts(cancelled));
        assertThat(undo.path("bytesRead")).isEqualTo(undo.path("bytes"));
        assertThat(api.get(many.tenant() + "/settings?callType=direct&count=true&limit=1")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(users);
    }

    @Test
    void aUserWhoDoesNotExistIsUnknownToTheUndoToo() {
        Checked sent = change("{\"userIds\":[\"u1\",\"ghost\"],\"patch\":{\"callType\":\"bidirectional\"}}");
        jobs.over(sent);
        Checked undo = api.post(JobClient.path(sent) + "/undo", null);
        jobs.over(undo);
        assertThat(jobs.faults(JobClient.path(sent))).containsExactly("2 userId unknown-user");
        assertThat(jobs.faults(JobClient.path(undo))).containsExactly("2 userId unknown-user");
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
    }

    @Test
    void aSecondUndoPutsBackWhatTheFirstCouldNot() {
        Checked sent = change("{\"filter\":{},\"patch\":{\"displayNumbers\":null,\"defaultDisplayNumber\":null}}");
        jobs.over(sent);
        api.patch(jobs.tenant(), "{\"numberCheck\":\"enforce\"}");
        api.post(jobs.tenant() + "/numbers", "{\"number\":\"+491\",\"kinds\":[\"display\"]}");
        JsonNode first = jobs.over(api.post(JobClient.path(sent) + "/undo", null));
        assertThat(JobClient.counts(first)).containsExactly(4, 3, 0, 1);

        api.post(jobs.tenant() + "/numbers", "{\"number\":\"+492\",\"kinds\":[\"display\"]}");
        api.patch(jobs.tenant() + "/users/u4/settings", "{\"callType\":\"passThrough\"}");
        JsonNode second = jobs.over(api.post(JobClient.path(sent) + "/undo", null));
        assertThat(JobClient.counts(second)).containsExactly(4, 1, 3, 0);
        assertThat(settings("u3").path("displayNumbers").toString()).isEqualTo("[\"+492\"]");

        JsonNode third = jobs.over(api.post(JobClient.path(sent) + "/undo", null));
        assertThat(third.path("state").asString()).isEqualTo("failed");
        assertThat(third.path("failure").asString())
                .isEqualTo("The change was undone already, by job "
                        + second.path("id").asString() + ".");
    }

    @Test
    void onlyABulkChangeThatIsOverCanBeUndone() {
        Checked sent = change("{\"filter\":{},\"patch\":{\"callType\":\"bidirectional\"}}");
        jobs.over(sent);
        Checked undo = api.post(JobClient.path(sent) + "/undo", null);
        jobs.over(undo);

        Checked refused = api.post(JobClient.path(undo) + "/undo", null);
        assertThat(refused.problem()).isEqualTo("wrong-state");
        assertThat(refused.json().path("detail").asString()).isEqualTo("An undo can't be undone.");
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
