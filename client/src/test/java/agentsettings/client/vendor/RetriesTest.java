package agentsettings.client.vendor;

import static agentsettings.client.ScriptedServer.cut;
import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static agentsettings.client.vendor.Replies.failure;
import static agentsettings.client.vendor.Replies.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.vendor.Fixture.Call;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated, when, and what is not. */
final class RetriesTest {

    @ParameterizedTest
    @EnumSource
    void whatWasNotExecutedIsRepeated(Call call) {
        try (Fixture fixture = Fixture.of(
                failure(503, "9001", "retry-after: 1"),
                failure(503, "9002", "retry-after: 2"),
                failure(429, "2005", "retry-after: 3"),
                success())) {
            fixture.perform(call);
            assertThat(fixture.requests(call)).hasSize(4);
            assertThat(fixture.pauses.all())
                    .containsExactly(Duration.ofMillis(1100), Duration.ofMillis(2200), Duration.ofMillis(3400));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMayHaveBeenExecutedIsRepeatedOnlyIfThatIsSafe(Call call) {
        for (ScriptedServer.Step lost : Stream.of(
                        cut(),
                        raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"returnCode\":\"0\""),
                        raw("no HTTP at all\r\n\r\n"),
                        json(200, "<html>"),
                        json(200, "{\"returnCode\":0}"),
                        json(502, "<html>"),
                        json(503, ""),
                        failure(503, "9000"),
                        failure(503, "9003"),
                        failure(503, "9876"))
                .map(RetriesTest::andCut)
                .toList()) {
            try (Fixture fixture = Fixture.of(lost, success())) {
                if (call.isRepeatableWhenUnknown()) {
                    fixture.perform(call);
                    assertThat(fixture.requests(call)).hasSize(2);
                } else {
                    assertThatThrownBy(() -> fixture.perform(call)).isInstanceOf(OutcomeUnknownException.class);
                    assertThat(fixture.requests(call)).hasSize(1);
                }
            }
        }
    }

    private static ScriptedServer.Step andCut(ScriptedServer.Step step) {
        return connection -> {
            step.perform(connection);
            connection.close();
        };
    }

    @Test
    void aRepeatedCreateHasTheSameKeyAndBodyAndTheNextCreateAnotherKey() {
        try (Fixture fixture = Fixture.of(cut(), cut(), success())) {
            fixture.perform(Call.CREATE);
            fixture.perform(Call.CREATE);
            assertThat(fixture.requests(Call.CREATE)).hasSize(4);
            assertThat(fixture.requests(Call.CREATE).subList(0, 3).stream()
                            .map(request -> request.header("Idempotency-Key") + request.body())
                            .distinct())
                    .hasSize(1);
            assertThat(fixture.requests(Call.CREATE).stream()
                            .map(request -> request.header("Idempotency-Key"))
                            .distinct())
                    .hasSize(2)
                    .allMatch(key -> key.matches("[0-9a-f]{32}"));
        }
    }

    @Test
    void afterALostAttemptOnlyAnOutcomeSaysWhatWasChanged() {
        for (ScriptedServer.Step last : Stream.of(failure(503, "9001"), failure(401, "2003"), failure(400, "1005"))
                .toList()) {
            try (Fixture fixture = Fixture.of(cut(), last)) {
                assertThatThrownBy(() -> fixture.perform(Call.CREATE))
                        .isInstanceOf(OutcomeUnknownException.class)
                        .hasMessageStartingWith("create: outcome unknown: ");
            }
            try (Fixture fixture = Fixture.of(cut(), last)) {
                assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isNotInstanceOf(OutcomeUnknownException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRejectedIsNotRepeated(Call call) {
        for (ScriptedServer.Step rejected : Stream.of(
                        failure(400, "1005"),
                        failure(401, "2003"),
                        failure(404, "4001"),
                        failure(413, "1007"),
                        failure(500, "5999"),
                        json(403, "<html>"),
                        json(302, "", "location: http://127.0.0.1:1/"))
                .toList()) {
            try (Fixture fixture = Fixture.of(rejected)) {
                assertThatThrownBy(() -> fixture.perform(call)).isInstanceOf(RequestRejectedException.class);
                assertThat(fixture.requests(call)).hasSize(1);
                assertThat(fixture.pauses.all()).isEmpty();
            }
        }
    }

    @Test
    void withoutAConnectionEveryOperationIsTriedAgainAndNothingWasChanged() {
        for (Call call : Call.values()) {
            try (Fixture fixture = Fixture.of(success())) {
                fixture.perform(Call.QUERY); // fetches a token
                fixture.server.close();
                int before = fixture.pauses.all().size();
                assertThatThrownBy(() -> fixture.perform(call))
                        .satisfiesAnyOf(
                                failure -> assertThat(failure)
                                        .isInstanceOf(ServiceUnavailableException.class)
                                        .hasMessageContaining("can't connect")
                                        .hasMessageContaining("attempt 5"),
                                // the connection that was kept may fail while it is used
                                failure -> assertThat(failure).isInstanceOf(OutcomeUnknownException.class));
                assertThat(fixture.pauses.all().size() - before).isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void waitsGrowByTwoUpToTheirLimitWithinTheNumberOfAttempts() {
        try (Fixture fixture = new Fixture(
                _ -> failure(503, "9001"),
                config -> config.withAttemptsMax(7).withBackoff(Duration.ofMillis(100), Duration.ofMillis(900)))) {
            assertThatThrownBy(() -> fixture.perform(Call.UPDATE))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage("update: 503 9001 as scripted (attempt 7)");
            assertThat(fixture.pauses.all().stream().map(Duration::toMillis))
                    .containsExactly(100L, 200L, 400L, 800L, 900L, 900L);
        }
    }

    @Test
    void aWaitForWhichThereIsNoTimeIsNotBegun() {
        try (Fixture fixture = new Fixture(
                _ -> failure(503, "9001", "Retry-After: 20"),
                config -> config.withOverallTimeout(Duration.ofSeconds(50)))) {
            assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isInstanceOf(ServiceUnavailableException.class);
            assertThat(fixture.pauses.all()).hasSize(2);
        }
        try (Fixture fixture = Fixture.of(failure(503, "9001", "Retry-After: 999999999"))) {
            assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isInstanceOf(ServiceUnavailableException.class);
            assertThat(fixture.pauses.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "99999999999999999999", "Fri, 31 Dec 1999 23:59:59 GMT", ""})
    void aRetryAfterThatIsNoNumberOfSecondsIsIgnored(String value) {
        try (Fixture fixture = Fixture.of(failure(503, "9001", "Retry-After: " + value), success())) {
            fixture.perform(Call.UPDATE);
            assertThat(fixture.pauses.all()).containsExactly(Duration.ofMillis(100));
        }
    }

    @Test
    void oneAttemptMeansThatNothingIsRepeated() {
        try (Fixture fixture = new Fixture(_ -> failure(503, "9001"), config -> config.withAttemptsMax(1))) {
            assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isInstanceOf(ServiceUnavailableException.class);
            assertThat(fixture.requests(Call.QUERY)).hasSize(1);
        }
    }

    @Test
    void aClientClosedDuringAPauseMakesNoOtherAttempt() {
        try (Fixture fixture = Fixture.of(failure(503, "9001"))) {
            fixture.pauses.endDuringTheNext();
            assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isInstanceOf(ServiceUnavailableException.class);
            assertThat(fixture.requests(Call.QUERY)).hasSize(1);
            assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isInstanceOf(IllegalStateException.class);
        }
    }
}
