package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.cut;
import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static agentsettings.client.management.ScriptedManagement.SETTINGS;
import static agentsettings.client.management.ScriptedManagement.USER;
import static agentsettings.client.management.ScriptedManagement.problem;
import static agentsettings.client.management.ScriptedManagement.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.management.ScriptedManagement.Call;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is repeated, when, and what is not. */
final class ManagementRetriesTest {

    private static final Step CHANGED = json(
            412,
            "{\"type\":\"urn:agentsettings:problem:version-changed\",\"title\":\"t\",\"status\":412,"
                    + "\"detail\":\"d\",\"current\":" + SETTINGS + "}",
            "etag: \"17-3\"");

    @ParameterizedTest
    @EnumSource
    void whatWasNotExecutedIsRepeated(Call call) {
        try (ScriptedManagement fixture = ScriptedManagement.of(
                problem(503, "unavailable", "retry-after: 10"),
                problem(429, "too-many-requests", "retry-after: 20"),
                json(429, "<html>"),
                success(call))) {
            fixture.perform(call);
            assertThat(fixture.server.requests()).hasSize(4);
            assertThat(fixture.pauses.all().get(0)).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_100));
            assertThat(fixture.pauses.all().get(1)).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_200));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMayHaveBeenExecutedIsRepeatedOnlyIfThatIsSafe(Call call) {
        for (Step lost : List.of(
                cut(),
                raw("no HTTP at all\r\n\r\n"),
                json(200, "<html>"),
                json(200, "{}"),
                json(200, SETTINGS), // without a tag
                json(502, "<html>"),
                json(503, ""),
                problem(500, "failed"),
                problem(504, "outcome-unknown"))) {
            Step andCut = connection -> {
                lost.perform(connection);
                connection.close();
            };
            try (ScriptedManagement fixture = ScriptedManagement.of(andCut, success(call))) {
                if (call.isRepeatableWhenUnknown) {
                    fixture.perform(call);
                    assertThat(fixture.server.requests()).hasSize(2);
                    assertThat(fixture.server.requests().getLast())
                            .isEqualTo(fixture.server.requests().getFirst());
                } else {
                    assertThatThrownBy(() -> fixture.perform(call)).isInstanceOf(OutcomeUnknownException.class);
                    assertThat(fixture.server.requests()).hasSize(1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRejectedIsNotRepeated(Call call) {
        for (Step rejected : List.of(
                problem(400, "invalid-request"),
                problem(401, "not-authenticated"),
                problem(403, "not-permitted"),
                problem(415, "unsupported-media-type"),
                json(302, "", "location: http://127.0.0.1:1/"),
                json(403, "<html>"))) {
            try (ScriptedManagement fixture = ScriptedManagement.of(rejected)) {
                assertThatThrownBy(() -> fixture.perform(call)).isInstanceOf(RequestRejectedException.class);
                assertThat(fixture.server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void aServiceThatIsNotAvailableIsWaitedForIfTheFeedIsToBeFollowed() {
        Step down = problem(503, "unavailable");
        Step page = json(200, "{\"items\":[],\"next\":\"c\"}");
        try (ScriptedManagement fixture =
                ScriptedManagement.of(down, down, down, cut(), down, down, cut(), down, down, down, page)) {
            assertThat(fixture.client.changes().awaitEnd()).isEqualTo("c");
            assertThat(fixture.server.requests()).hasSize(11);
        }
        try (ScriptedManagement fixture = ScriptedManagement.of(json(200, "<html>"))) {
            assertThatThrownBy(() -> fixture.client.changes().awaitEnd())
                    .isInstanceOf(ServiceUnavailableException.class);
        }
        try (ScriptedManagement fixture = ScriptedManagement.of(problem(401, "not-authenticated"))) {
            assertThatThrownBy(() -> fixture.client.changes().awaitEnd()).isInstanceOf(RequestRejectedException.class);
        }
    }

    @Test
    void aFailedConditionIsAnOutcomeUnlessAnEarlierAttemptMayHaveCausedIt() {
        try (ScriptedManagement fixture = ScriptedManagement.of(problem(503, "unavailable"), CHANGED)) {
            assertThat(fixture.perform(Call.PUT_IF_MATCH))
                    .isInstanceOf(VersionChanged.class)
                    .asString()
                    .contains("now=Optional[Versioned[record=Settings[userId=u, ");
        }
        for (Call call : List.of(Call.PUT_IF_MATCH, Call.PATCH_IF_MATCH, Call.DELETE_IF_MATCH, Call.RESTORE_IF_MATCH)) {
            try (ScriptedManagement fixture = ScriptedManagement.of(cut(), CHANGED)) {
                assertThatThrownBy(() -> fixture.perform(call))
                        .isInstanceOf(OutcomeUnknownException.class)
                        .hasMessageContaining("outcome unknown: 412 version-changed d (attempt 2)");
            }
        }
        try (ScriptedManagement fixture = ScriptedManagement.of(cut(), problem(404, "not-found"))) {
            assertThatThrownBy(() -> fixture.perform(Call.DELETE_IF_MATCH)).isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void theAdditionOfAUserHasTheOutcomeOfTheFirstAttempt() {
        try (ScriptedManagement fixture = ScriptedManagement.of(cut(), problem(409, "already-exists"))) {
            assertThat(fixture.perform(Call.CREATE_USER)).isEqualTo(new AlreadyExists<>("As scripted."));
            assertThat(fixture.perform(Call.CREATE_USER)).isInstanceOf(AlreadyExists.class);
            assertThat(fixture.server.requests().stream()
                            .map(request -> request.header("Idempotency-Key"))
                            .distinct())
                    .hasSize(2)
                    .allMatch(key -> key.matches("[0-9a-f]{32}"));
        }
    }

    @Test
    void aPutThatOnlyCreatesIsRepeatedAndOneOfWhateverVersionIsNot() {
        OutboundSettings nothing = new OutboundSettings(null, null, null, null, null);
        try (ScriptedManagement fixture = ScriptedManagement.of(cut(), success(Call.PUT))) {
            fixture.client.settings().put(USER, nothing, new Condition.Absent());
            assertThat(fixture.server.requests().getLast().header("If-None-Match"))
                    .isEqualTo("*");
        }
        try (ScriptedManagement fixture = ScriptedManagement.of(cut(), success(Call.PUT))) {
            assertThatThrownBy(() -> fixture.client.settings().put(USER, nothing, new Condition.Present()))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(fixture.server.requests().getFirst().header("If-Match")).isEqualTo("*");
        }
    }

    @Test
    void aReadThatHasNoValidResponseChangesNothing() {
        try (ScriptedManagement fixture = ScriptedManagement.of(json(200, "{\"userId\":\"u\"}", "etag: \"1\""))) {
            assertThatThrownBy(() -> fixture.perform(Call.GET))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage("get settings: 200 a member of the response is missing or not valid. (attempt 5)");
        }
    }

    @Test
    void aClosedClientCannotBeCalled() {
        ScriptedManagement fixture = ScriptedManagement.of(success(Call.GET));
        fixture.close();
        assertThatThrownBy(() -> fixture.perform(Call.GET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the client is closed");
    }
}
