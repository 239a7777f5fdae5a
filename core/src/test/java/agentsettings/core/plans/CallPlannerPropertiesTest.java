package agentsettings.core.plans;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.plans.PlannedCalls.PlanInput;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.rules.CallFacts;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A plan is what its definitions say, whatever the settings, the tenant space and the allotted numbers are. */
class CallPlannerPropertiesTest {

    @Property(seed = "1", tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void aPlanIsWhatItsDefinitionsSay(@ForAll("inputs") PlanInput input) {
        assertThat(input.plan()).isEqualTo(PlainCallPlans.of(input));
    }

    @Property(seed = "2", edgeCases = EdgeCasesMode.NONE)
    void aPlanDoesNotDependOnTheOthersThatWereMade(
            @ForAll("inputs") PlanInput input, @ForAll("agentLists") List<StoredAgent> others) {
        CallPlanner planner = new CallPlanner(input.space(), input.allotted(), input.called(), PlannedCalls.NUMBERS);
        others.forEach(planner::plan);
        assertThat(planner.plan(input.agent())).isEqualTo(input.plan());
    }

    @Property(seed = "3", edgeCases = EdgeCasesMode.NONE)
    void whereTheSummaryCountsAFailureThereIsAnObstacle(
            @ForAll("inputs") PlanInput input, @ForAll("knownAgents") StoredAgent.Found agent) {
        CallPlan plan = new PlanInput(agent, input.space(), input.allotted(), input.called()).plan();
        if (agent.settings() != null && callWouldFail(agent, input.space())) {
            assertThat(plan.wouldFail()).isTrue();
        }
    }

    /** The summary does not look at numbers, so it says the same as a plan only where every number is usable. */
    @Property(seed = "4", edgeCases = EdgeCasesMode.NONE)
    void whereEveryNumberIsUsableASummaryAndAPlanSayTheSame(
            @ForAll("agentsWithUsableNumbers") StoredAgent.Found agent,
            @ForAll("usableNumbers") PhoneNumber number,
            @ForAll boolean hasAccessCode) {
        TenantSpace space = PlannedCalls.space("NO", hasAccessCode ? number : null, NumberCheck.OFF);
        CallPlan plan = new PlanInput(agent, space, List.of(), number).plan();
        assertThat(plan.wouldFail()).isEqualTo(agent.settings() == null || callWouldFail(agent, space));
    }

    private static boolean callWouldFail(StoredAgent.Found agent, TenantSpace space) {
        return CallFacts.of(agent.settings(), agent.status()).callWouldFail(space.accessCode() != null);
    }

    @Property(seed = "5", edgeCases = EdgeCasesMode.NONE)
    void aNumberIsRungOrPresentedExactlyWhereNoObstacleSaysThatThereIsNone(@ForAll("inputs") PlanInput input) {
        CallPlan plan = input.plan();
        boolean isKnown = input.agent() instanceof StoredAgent.Found;
        assertThat(plan.displayNumber().isPresent())
                .isEqualTo(isKnown && !plan.obstacles().contains(Obstacle.NO_DISPLAY_NUMBER));
        assertThat(plan.softphoneNumber().isPresent())
                .isEqualTo(plan.ringsAgentFirst() && !plan.obstacles().contains(Obstacle.NO_SOFTPHONE_NUMBER));
    }

    @Provide
    Arbitrary<PlanInput> inputs() {
        return PlannedCalls.inputs();
    }

    @Provide
    Arbitrary<List<StoredAgent>> agentLists() {
        return PlannedCalls.agents().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<StoredAgent.Found> knownAgents() {
        return PlannedCalls.knownAgents(PlannedCalls.numbers());
    }

    @Provide
    Arbitrary<StoredAgent.Found> agentsWithUsableNumbers() {
        return PlannedCalls.knownAgents(PlannedCalls.usableNumbers());
    }

    @Provide
    Arbitrary<PhoneNumber> usableNumbers() {
        return PlannedCalls.usableNumbers();
    }
}
