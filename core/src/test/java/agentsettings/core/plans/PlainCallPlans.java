package agentsettings.core.plans;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.plans.Candidate.Source;
import agentsettings.core.plans.Candidate.Verdict;
import agentsettings.core.plans.ParsedNumber.Kind;
import agentsettings.core.plans.PlannedCalls.PlanInput;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Call plans, written as the definitions read: each candidate is judged by itself, and compares itself with every other. Knows the
 * numbers of {@link PlannedCalls} by heart. Slow.
 */
final class PlainCallPlans {

    private static final Map<String, String> IN_NORWAY = Map.of(
            "234567", "+47234567",
            "0234567", "+47234567",
            "0047234567", "+47234567",
            "+47234567", "+47234567",
            "0046234567", "+46234567",
            "+46234567", "+46234567",
            "777777", "+47777777",
            "+47777777", "+47777777");
    private static final Map<String, String> IN_SWEDEN = Map.of(
            "234567", "+46234567",
            "0234567", "+46234567",
            "0047234567", "+47234567",
            "+47234567", "+47234567",
            "0046234567", "+46234567",
            "+46234567", "+46234567",
            "777777", "+46777777",
            "+47777777", "+47777777");

    /** A candidate that is not judged yet. */
    private record Listed(PhoneNumber number, Source source) {}

    static CallPlan of(PlanInput input) {
        OutboundSettings settings = input.settings();
        CallType callType = settings == null ? null : settings.callType();
        List<Candidate> softphones = softphones(input, callType == CallType.BIDIRECTIONAL);
        List<Candidate> displays = displays(input);
        List<Obstacle> obstacles = Stream.of(Obstacle.values())
                .filter(obstacle -> exists(obstacle, input, softphones, displays))
                .toList();
        return new CallPlan(
                input.agent().userId(),
                input.agent() instanceof StoredAgent.Found known ? known.status() : null,
                callType,
                input.called() == null ? null : parse(input, input.called()),
                softphones,
                displays,
                obstacles);
    }

    private static boolean exists(
            Obstacle obstacle, PlanInput input, List<Candidate> softphones, List<Candidate> displays) {
        boolean isKnown = input.agent() instanceof StoredAgent.Found;
        UserStatus status = input.agent() instanceof StoredAgent.Found known ? known.status() : null;
        OutboundSettings settings = input.settings();
        return switch (obstacle) {
            case UNKNOWN_USER -> input.agent() instanceof StoredAgent.Unknown;
            case UNREADABLE_RECORD -> input.agent() instanceof StoredAgent.Unreadable;
            case USER_NOT_ACTIVATED -> status == UserStatus.TO_BE_ACTIVATED;
            case USER_SUSPENDED -> status == UserStatus.SUSPENDED;
            case NO_SETTINGS -> isKnown && settings == null;
            case NO_SOFTPHONE_NUMBER ->
                settings != null && settings.callType() == CallType.BIDIRECTIONAL && noneIsTaken(softphones);
            case NO_DISPLAY_NUMBER -> isKnown && noneIsTaken(displays);
            case INVALID_CALLED_NUMBER -> input.called() != null && isInvalid(input.called());
        };
    }

    private static boolean noneIsTaken(List<Candidate> candidates) {
        return candidates.stream().noneMatch(candidate -> candidate.verdict() == Verdict.TAKEN);
    }

    private static List<Candidate> softphones(PlanInput input, boolean areRung) {
        OutboundSettings settings = input.settings();
        List<Listed> chain =
                settings == null ? List.of() : chain(settings.defaultSoftphoneNumber(), settings.softphoneNumbers());
        return judged(input, chain, true, areRung);
    }

    private static List<Candidate> displays(PlanInput input) {
        OutboundSettings settings = input.settings();
        List<Listed> chain = new ArrayList<>(
                settings == null ? List.of() : chain(settings.defaultDisplayNumber(), settings.displayNumbers()));
        if (input.space().accessCode() != null && input.agent() instanceof StoredAgent.Found) {
            chain.add(new Listed(input.space().accessCode(), Source.ACCESS_CODE));
        }
        return judged(input, chain, false, true);
    }

    private static List<Listed> chain(PhoneNumber byDefault, List<PhoneNumber> list) {
        List<Listed> chain = new ArrayList<>();
        if (byDefault != null && !byDefault.isNone()) {
            chain.add(new Listed(byDefault, Source.DEFAULT));
        }
        if (list != null) {
            list.forEach(number -> chain.add(new Listed(number, Source.LIST)));
        }
        return chain;
    }

    private static List<Candidate> judged(PlanInput input, List<Listed> chain, boolean areSoftphones, boolean areUsed) {
        return IntStream.range(0, chain.size())
                .mapToObj(i -> new Candidate(
                        parse(input, chain.get(i).number()),
                        chain.get(i).source(),
                        verdict(input, chain, i, areSoftphones, areUsed)))
                .toList();
    }

    private static Verdict verdict(PlanInput input, List<Listed> chain, int i, boolean areSoftphones, boolean used) {
        if (isDuplicate(input, chain, i)) {
            return Verdict.DUPLICATE;
        }
        PhoneNumber number = chain.get(i).number();
        if (isInvalid(number)) {
            return Verdict.INVALID;
        } else if (!areSoftphones && !isPresented(input, number)) {
            return Verdict.NOT_PRESENTABLE;
        } else if (!isAllotted(input, number, areSoftphones)) {
            return Verdict.NOT_ALLOTTED;
        } else if (!used) {
            return Verdict.NOT_RUNG;
        }
        boolean isFirst = IntStream.range(0, i)
                .noneMatch(before -> verdict(input, chain, before, areSoftphones, true) == Verdict.TAKEN);
        return isFirst ? Verdict.TAKEN : Verdict.FALLBACK;
    }

    private static boolean isDuplicate(PlanInput input, List<Listed> chain, int i) {
        return chain.subList(0, i).stream()
                .anyMatch(before -> same(input, before.number(), chain.get(i).number()));
    }

    private static boolean isAllotted(PlanInput input, PhoneNumber number, boolean asSoftphone) {
        if (input.space().numberCheck() == NumberCheck.OFF) {
            return true;
        }
        PhoneNumber accessCode = input.space().accessCode();
        NumberKind kind = asSoftphone ? NumberKind.SOFTPHONE : NumberKind.DISPLAY;
        return (!asSoftphone && accessCode != null && same(input, accessCode, number))
                || input.allotted().stream()
                        .filter(each -> same(input, each.number(), number))
                        .anyMatch(each ->
                                each.kinds().contains(kind) && !each.withdrawn().contains(kind));
    }

    private static boolean same(PlanInput input, PhoneNumber one, PhoneNumber other) {
        String e164 = parse(input, one).e164();
        return one.equals(other)
                || (e164 != null && e164.equals(parse(input, other).e164()));
    }

    private static boolean isInvalid(PhoneNumber number) {
        return List.of("+4712", "+118").contains(number.digits());
    }

    private static boolean isPresented(PlanInput input, PhoneNumber number) {
        boolean isRegionKnown =
                List.of("NO", "SE").contains(String.valueOf(input.space().region()));
        List<String> never = isRegionKnown
                ? List.of("112", "500", "00500", "12345678", "*67", "#31#234567")
                : List.of("*67", "#31#234567");
        return !never.contains(number.digits());
    }

    private static ParsedNumber parse(PlanInput input, PhoneNumber number) {
        String region = String.valueOf(input.space().region());
        String digits = number.digits();
        boolean isRegionKnown = List.of("NO", "SE").contains(region);
        String e164 = isRegionKnown || digits.startsWith("+")
                ? (region.equals("SE") ? IN_SWEDEN : IN_NORWAY).get(digits)
                : null;
        return new ParsedNumber(number, e164 != null ? Kind.PUBLIC : otherKind(digits, isRegionKnown), e164);
    }

    private static Kind otherKind(String digits, boolean isRegionKnown) {
        return switch (digits) {
            case "*67", "#31#234567" -> Kind.CODE;
            case "+4712", "+118" -> Kind.INVALID;
            case "118" -> isRegionKnown ? Kind.SHORT : Kind.UNRESOLVED;
            case "112" -> isRegionKnown ? Kind.EMERGENCY : Kind.UNRESOLVED;
            default -> isRegionKnown ? Kind.INTERNAL : Kind.UNRESOLVED;
        };
    }

    private PlainCallPlans() {}
}
