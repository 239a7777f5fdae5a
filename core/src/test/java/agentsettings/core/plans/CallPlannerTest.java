package agentsettings.core.plans;

import static agentsettings.core.plans.PlannedCalls.allotted;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.plans.Candidate.Verdict;
import agentsettings.core.plans.PlannedCalls.PlanInput;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the calls of some agents would do. */
final class CallPlannerTest {

    private static final PhoneNumber ACCESS_CODE = new PhoneNumber("+47999999");

    private static CallPlan plan(OutboundSettings settings, NumberCheck check, List<AllottedNumber> allotted) {
        return new PlanInput(
                        new StoredAgent.Found("u1", UserStatus.ACTIVE, settings),
                        PlannedCalls.space("NO", ACCESS_CODE, check),
                        allotted,
                        null)
                .plan();
    }

    private static List<PhoneNumber> list(String... numbers) {
        return Stream.of(numbers).map(PhoneNumber::new).toList();
    }

    private static List<Verdict> verdicts(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::verdict).toList();
    }

    @Test
    void theDefaultComesFirstThenTheListInItsOrderThenTheAccessCode() {
        CallPlan plan = plan(
                new OutboundSettings(
                        CallType.BIDIRECTIONAL,
                        list("0234567", "+47345678"),
                        list("500", "*67"),
                        new PhoneNumber("777777"),
                        new PhoneNumber("501")),
                NumberCheck.OFF,
                List.of());
        assertThat(plan.displayNumber()).contains(new PhoneNumber("777777"));
        assertThat(verdicts(plan.displayCandidates()))
                .containsExactly(Verdict.TAKEN, Verdict.FALLBACK, Verdict.FALLBACK, Verdict.FALLBACK);
        assertThat(plan.softphoneNumber()).contains(new PhoneNumber("501"));
        assertThat(verdicts(plan.softphoneCandidates()))
                .containsExactly(Verdict.TAKEN, Verdict.FALLBACK, Verdict.FALLBACK);
        assertThat(plan.wouldFail()).isFalse();
    }

    @Test
    void aStaleDefaultIsPassedOver() {
        List<AllottedNumber> allotted = List.of(
                allotted("500", NumberKind.SOFTPHONE),
                allotted("777777", NumberKind.SOFTPHONE),
                allotted("+47345678", NumberKind.DISPLAY));
        CallPlan plan = plan(
                new OutboundSettings(
                        CallType.BIDIRECTIONAL,
                        list("0345678"),
                        list("501", "500"),
                        new PhoneNumber("777777"),
                        PhoneNumber.NONE),
                NumberCheck.WARN,
                allotted);
        assertThat(plan.displayNumber()).contains(new PhoneNumber("0345678"));
        assertThat(verdicts(plan.displayCandidates()))
                .containsExactly(Verdict.NOT_ALLOTTED, Verdict.TAKEN, Verdict.FALLBACK);
        assertThat(plan.softphoneNumber()).contains(new PhoneNumber("500"));
        assertThat(verdicts(plan.softphoneCandidates())).containsExactly(Verdict.NOT_ALLOTTED, Verdict.TAKEN);
    }

    @Test
    void theAccessCodeNeedsNoAllotment() {
        CallPlan plan = plan(
                new OutboundSettings(CallType.DIRECT, list("999999", "112", "#31#"), null, null, null),
                NumberCheck.ENFORCE,
                List.of());
        assertThat(plan.displayNumber()).contains(new PhoneNumber("999999"));
        assertThat(verdicts(plan.displayCandidates()))
                .containsExactly(Verdict.TAKEN, Verdict.NOT_PRESENTABLE, Verdict.NOT_PRESENTABLE, Verdict.DUPLICATE);
    }

    @Test
    void noSoftphoneIsRungIfTheAgentCallsInAWayOfItsOwn() {
        CallPlan plan = plan(
                new OutboundSettings(CallType.DIRECT, null, list("500", "500", "+4712"), null, null),
                NumberCheck.OFF,
                List.of());
        assertThat(plan.ringsAgentFirst()).isFalse();
        assertThat(plan.softphoneNumber()).isEmpty();
        assertThat(verdicts(plan.softphoneCandidates()))
                .containsExactly(Verdict.NOT_RUNG, Verdict.DUPLICATE, Verdict.INVALID);
        assertThat(plan.displayNumber()).contains(ACCESS_CODE);
        assertThat(plan.wouldFail()).isFalse();
    }

    @Test
    void everyObstacleIsToldAtOnce() {
        StoredAgent suspended = new StoredAgent.Found(
                "u1", UserStatus.SUSPENDED, new OutboundSettings(CallType.BIDIRECTIONAL, null, null, null, null));
        CallPlan plan = new PlanInput(
                        suspended, PlannedCalls.space(null, null, NumberCheck.OFF), List.of(), new PhoneNumber("+4712"))
                .plan();
        assertThat(plan.obstacles())
                .containsExactly(
                        Obstacle.USER_SUSPENDED,
                        Obstacle.NO_SOFTPHONE_NUMBER,
                        Obstacle.NO_DISPLAY_NUMBER,
                        Obstacle.INVALID_CALLED_NUMBER);
    }

    @Test
    void aUserWithoutSettingsOrNoUserAtAllHasAPlanThatSaysSo() {
        assertThat(plan(null, NumberCheck.OFF, List.of()).obstacles()).containsExactly(Obstacle.NO_SETTINGS);
        CallPlan unknown = new PlanInput(
                        new StoredAgent.Unknown("u9"),
                        PlannedCalls.space("NO", ACCESS_CODE, NumberCheck.OFF),
                        List.of(),
                        null)
                .plan();
        assertThat(unknown.obstacles()).containsExactly(Obstacle.UNKNOWN_USER);
        assertThat(unknown.userId()).isEqualTo("u9");
        assertThat(unknown.displayCandidates()).isEmpty();
    }

    @Test
    void theCalledNumberIsGivenInE164() {
        CallPlan plan = new PlanInput(
                        new StoredAgent.Unknown("u9"),
                        PlannedCalls.space("NO", null, NumberCheck.OFF),
                        List.of(),
                        new PhoneNumber("0046234567"))
                .plan();
        assertThat(plan.calledNumber().e164()).isEqualTo("+46234567");
    }
}
