package agentsettings.core.plans;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.plans.Candidate.Source;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the calls of users of one tenant space. A plan depends on nothing but what is passed in. A softphone may have any number that
 * can be dialled, also an extension or a code. Where the call type does not have the platform call the agent, none is rung. Used by one
 * thread.
 */
public final class CallPlanner {

    private static final OutboundSettings NOTHING_SET = new OutboundSettings(null, null, null, null, null);

    private final TenantSpace space;
    private final NumberParser parser;
    private final ParsedNumber calledNumber;
    private final Predicate<ParsedNumber> mayRing;
    private final Predicate<ParsedNumber> mayPresent;

    /**
     * A planner of calls.
     *
     * @param allotted every allotted number that could be the same as one of the users'; not used if the tenant space does not check
     *     numbers
     * @param calledNumber null if it is not known
     */
    public CallPlanner(
            TenantSpace space,
            Collection<AllottedNumber> allotted,
            PhoneNumber calledNumber,
            PhoneNumbers phoneNumbers) {
        this.space = space;
        this.parser = new NumberParser(phoneNumbers, space.region());
        this.calledNumber = calledNumber == null ? null : parser.parse(calledNumber);
        this.mayRing = isOneOf(allotted(allotted, NumberKind.SOFTPHONE));
        this.mayPresent =
                isOneOf(Stream.concat(allotted(allotted, NumberKind.DISPLAY), Stream.ofNullable(space.accessCode())));
    }

    /** A number that is being taken back does not count any more. */
    private static Stream<PhoneNumber> allotted(Collection<AllottedNumber> numbers, NumberKind kind) {
        return numbers.stream().filter(number -> number.permits(kind)).map(AllottedNumber::number);
    }

    /** The access code belongs to the tenant space, so it may be presented without being allotted. */
    private Predicate<ParsedNumber> isOneOf(Stream<PhoneNumber> numbers) {
        if (space.numberCheck() == NumberCheck.OFF) {
            return _ -> true;
        }
        Set<String> identities =
                numbers.map(number -> parser.parse(number).identity()).collect(Collectors.toUnmodifiableSet());
        return number -> identities.contains(number.identity());
    }

    /** The plan of a call that this user would place. */
    public CallPlan plan(StoredAgent agent) {
        return switch (agent) {
            case StoredAgent.Unknown(String userId) -> impossible(userId, Obstacle.UNKNOWN_USER);
            case StoredAgent.Unreadable(String userId) -> impossible(userId, Obstacle.UNREADABLE_RECORD);
            case StoredAgent.Found known -> plan(known);
        };
    }

    private CallPlan impossible(String userId, Obstacle obstacle) {
        List<Obstacle> obstacles = new ArrayList<>(List.of(obstacle));
        addCalledNumber(obstacles);
        return new CallPlan(userId, null, null, calledNumber, List.of(), List.of(), List.copyOf(obstacles));
    }

    private CallPlan plan(StoredAgent.Found agent) {
        OutboundSettings settings = agent.settings() == null ? NOTHING_SET : agent.settings();
        boolean ringsAgent = settings.callType() == CallType.BIDIRECTIONAL;
        CandidateChain softphones = CandidateChain.ofSoftphones(mayRing, ringsAgent);
        softphones.add(Source.DEFAULT, parsed(settings.defaultSoftphoneNumber()));
        softphones.add(Source.LIST, parsed(settings.softphoneNumbers()));
        CandidateChain displays = CandidateChain.ofDisplayNumbers(mayPresent);
        displays.add(Source.DEFAULT, parsed(settings.defaultDisplayNumber()));
        displays.add(Source.LIST, parsed(settings.displayNumbers()));
        displays.add(Source.ACCESS_CODE, parsed(space.accessCode()));

        List<Obstacle> obstacles = new ArrayList<>();
        addStatus(agent.status(), obstacles);
        addIf(agent.settings() == null, Obstacle.NO_SETTINGS, obstacles);
        addIf(ringsAgent && !softphones.hasTaken(), Obstacle.NO_SOFTPHONE_NUMBER, obstacles);
        addIf(!displays.hasTaken(), Obstacle.NO_DISPLAY_NUMBER, obstacles);
        addCalledNumber(obstacles);
        return new CallPlan(
                agent.userId(),
                agent.status(),
                settings.callType(),
                calledNumber,
                softphones.candidates(),
                displays.candidates(),
                List.copyOf(obstacles));
    }

    private List<ParsedNumber> parsed(PhoneNumber number) {
        return number == null || number.isNone() ? List.of() : List.of(parser.parse(number));
    }

    private List<ParsedNumber> parsed(List<PhoneNumber> numbers) {
        return numbers == null ? List.of() : numbers.stream().map(parser::parse).toList();
    }

    private static void addStatus(UserStatus status, List<Obstacle> obstacles) {
        switch (status) {
            case ACTIVE -> {}
            case TO_BE_ACTIVATED -> obstacles.add(Obstacle.USER_NOT_ACTIVATED);
            case SUSPENDED -> obstacles.add(Obstacle.USER_SUSPENDED);
        }
    }

    private void addCalledNumber(List<Obstacle> obstacles) {
        addIf(calledNumber != null && !calledNumber.isDialable(), Obstacle.INVALID_CALLED_NUMBER, obstacles);
    }

    private static void addIf(boolean applies, Obstacle obstacle, List<Obstacle> obstacles) {
        if (applies) {
            obstacles.add(obstacle);
        }
    }
}
