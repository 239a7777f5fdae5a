package agentsettings.core.plans;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Agents, tenant spaces and allotted numbers, few enough that the same number often comes up in several places and forms. */
final class PlannedCalls {

    static final PhoneNumbers NUMBERS = new PlainNumberingPlans();

    /** Forms of public numbers, and every other kind. */
    private static final List<String> WRITTEN = List.of(
            "234567",
            "0234567",
            "0047234567",
            "+47234567",
            "0046234567",
            "+46234567",
            "777777",
            "+47777777",
            "118",
            "112",
            "500",
            "00500",
            "12345678",
            "*67",
            "#31#234567",
            "+4712",
            "+118");

    /** Everything that a plan depends on. */
    record PlanInput(StoredAgent agent, TenantSpace space, List<AllottedNumber> allotted, PhoneNumber called) {

        CallPlan plan() {
            return new CallPlanner(space, allotted, called, NUMBERS).plan(agent);
        }

        /** The settings, null if the user has none. */
        OutboundSettings settings() {
            return agent instanceof StoredAgent.Found known ? known.settings() : null;
        }
    }

    static Arbitrary<PlanInput> inputs() {
        return Combinators.combine(agents(), spaces(), allotted(), numbers().injectNull(0.5))
                .as(PlanInput::new);
    }

    static Arbitrary<PhoneNumber> numbers() {
        return Arbitraries.of(WRITTEN).map(PhoneNumber::new);
    }

    /** Numbers that are usable everywhere: a network presents them, and they can be called. */
    static Arbitrary<PhoneNumber> usableNumbers() {
        return Arbitraries.of("234567", "0234567", "+47234567", "+46777777", "777777", "118")
                .map(PhoneNumber::new);
    }

    static Arbitrary<StoredAgent> agents() {
        Arbitrary<StoredAgent> known = knownAgents(numbers()).map(agent -> agent);
        return Arbitraries.frequencyOf(
                Tuple.of(20, known),
                Tuple.of(1, Arbitraries.just(new StoredAgent.Unknown("u1"))),
                Tuple.of(1, Arbitraries.just(new StoredAgent.Unreadable("u1"))));
    }

    static Arbitrary<StoredAgent.Found> knownAgents(Arbitrary<PhoneNumber> numbers) {
        Arbitrary<OutboundSettings> settings = Combinators.combine(
                        Arbitraries.of(CallType.class).injectNull(0.2),
                        numbers.list().ofMaxSize(5).injectNull(0.2),
                        numbers.list().ofMaxSize(5).injectNull(0.2),
                        withNone(numbers),
                        withNone(numbers))
                .as(OutboundSettings::new);
        return Combinators.combine(Arbitraries.of(UserStatus.class), settings.injectNull(0.1))
                .as((status, values) -> new StoredAgent.Found("u1", status, values));
    }

    private static Arbitrary<PhoneNumber> withNone(Arbitrary<PhoneNumber> numbers) {
        return Arbitraries.oneOf(numbers, Arbitraries.just(PhoneNumber.NONE)).injectNull(0.2);
    }

    static Arbitrary<TenantSpace> spaces() {
        return Combinators.combine(
                        Arbitraries.of("NO", "SE", "FR").injectNull(0.2),
                        numbers().injectNull(0.5),
                        Arbitraries.of(NumberCheck.class))
                .as(PlannedCalls::space);
    }

    static TenantSpace space(String region, PhoneNumber accessCode, NumberCheck check) {
        return new TenantSpace("202205116084", "", region, accessCode, check, Instant.EPOCH, 1);
    }

    static Arbitrary<List<AllottedNumber>> allotted() {
        Arbitrary<Set<NumberKind>> kinds =
                Arbitraries.of(NumberKind.class).set().ofMinSize(1);
        return Combinators.combine(numbers(), kinds, kinds)
                .as(PlannedCalls::allotted)
                .list()
                .ofMaxSize(8);
    }

    private static AllottedNumber allotted(PhoneNumber number, Set<NumberKind> kinds, Set<NumberKind> withdrawn) {
        Set<NumberKind> takenBack = withdrawn.size() == 1 && kinds.containsAll(withdrawn) ? withdrawn : Set.of();
        return new AllottedNumber(number, kinds, takenBack, "", Instant.EPOCH, 1);
    }

    /** A number that is allotted for one use. */
    static AllottedNumber allotted(String number, NumberKind kind) {
        return AllottedNumber.create(new PhoneNumber(number), Set.of(kind), "", Instant.EPOCH);
    }

    private PlannedCalls() {}
}
