package agentsettings.cli.plans;

import agentsettings.cli.output.OutputColumn;
import agentsettings.client.management.json.Json;
import agentsettings.core.plans.CallPlan;
import agentsettings.core.plans.Candidate;
import agentsettings.core.plans.Candidate.Verdict;
import agentsettings.core.plans.Obstacle;
import agentsettings.core.plans.ParsedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns of call plans. */
final class CallPlanColumns {

    private static final List<OutputColumn<CallPlan>> ROUTE = List.of(
            OutputColumn.of("RINGS FIRST", "softphoneNumber", CallPlan::softphoneNumber)
                    .shownAs(CallPlanColumns::rungFirst),
            OutputColumn.of("CALLED PARTY SEES", "displayNumber", CallPlan::displayNumber));

    private static final List<OutputColumn<CallPlan>> BEGINNING = List.of(
            OutputColumn.of("USER ID", "userId", CallPlan::userId),
            OutputColumn.of("STATUS", "status", CallPlan::status).unlisted(),
            OutputColumn.of("CALL TYPE", "callType", CallPlan::callType),
            OutputColumn.of("WOULD FAIL", "wouldFail", CallPlan::wouldFail));

    private static final OutputColumn<CallPlan> CALLED = OutputColumn.<CallPlan>of(
                    "CALLS", "calledNumber", CallPlanColumns::calledNumber)
            .shownAs(CallPlanColumns::called);

    /** For programs: the members of the management interface. */
    static final List<OutputColumn<CallPlan>> MEMBERS = Stream.of(
                    BEGINNING,
                    List.of(
                            OutputColumn.of("OBSTACLES", "obstacles", CallPlanColumns::obstacles)
                                    .shownAs(CallPlanColumns::obstacleCodes),
                            CALLED,
                            OutputColumn.of("RINGS AGENT FIRST", "ringsAgentFirst", CallPlan::ringsAgentFirst)),
                    ROUTE,
                    List.of(
                            OutputColumn.<CallPlan>of(
                                            "SOFTPHONES",
                                            "softphoneCandidates",
                                            plan -> candidates(plan.softphoneCandidates()))
                                    .shownAs(plan -> texts(plan.softphoneCandidates(), "|")),
                            OutputColumn.<CallPlan>of(
                                            "DISPLAY NUMBERS",
                                            "displayCandidates",
                                            plan -> candidates(plan.displayCandidates()))
                                    .shownAs(plan -> texts(plan.displayCandidates(), "|"))))
            .flatMap(List::stream)
            .toList();

    /**
     * For people.
     *
     * @param hasCalledNumber whether the request has a number to call
     */
    static List<OutputColumn<CallPlan>> table(boolean hasCalledNumber) {
        return Stream.of(
                        BEGINNING,
                        hasCalledNumber ? List.of(CALLED) : List.<OutputColumn<CallPlan>>of(),
                        ROUTE,
                        List.of(OutputColumn.<CallPlan>of("WHY", "why", CallPlanColumns::why)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<JsonNode> obstacles(CallPlan plan) {
        return plan.obstacles().stream().<JsonNode>map(CallPlanColumns::json).toList();
    }

    private static String obstacleCodes(CallPlan plan) {
        return plan.obstacles().stream().map(Json::nameOf).collect(Collectors.joining("|"));
    }

    private static ObjectNode json(Obstacle obstacle) {
        return Json.object().put("code", Json.nameOf(obstacle)).put("reason", obstacle.reason());
    }

    private static JsonNode calledNumber(CallPlan plan) {
        return plan.calledNumber() == null ? null : json(plan.calledNumber());
    }

    /** The number in E.164, if it has that form, and its kind. */
    private static String called(CallPlan plan) {
        ParsedNumber called = plan.calledNumber();
        if (called == null) {
            return "-";
        }
        String number = called.e164() == null ? called.number().digits() : called.e164();
        return number + " (" + words(called.kind()) + ")";
    }

    private static ObjectNode json(ParsedNumber number) {
        return Json.object()
                .put("number", number.number().digits())
                .put("kind", Json.nameOf(number.kind()))
                .put("e164", number.e164());
    }

    private static List<JsonNode> candidates(List<Candidate> candidates) {
        return candidates.stream()
                .<JsonNode>map(candidate -> json(candidate.number())
                        .put("source", Json.nameOf(candidate.source()))
                        .put("verdict", Json.nameOf(candidate.verdict()))
                        .put("reason", candidate.reason()))
                .toList();
    }

    private static String rungFirst(CallPlan plan) {
        if (!plan.ringsAgentFirst()) {
            return plan.callType() == null ? "-" : "called party";
        }
        return plan.softphoneNumber().map(number -> "agent, " + number.digits()).orElse("-");
    }

    /** What keeps the call from being placed, and then the numbers of each kind that were considered, up to the one that is taken. */
    private static String why(CallPlan plan) {
        List<String> parts = new ArrayList<>();
        plan.obstacles().forEach(obstacle -> parts.add(withoutEnd(obstacle.reason())));
        if (plan.ringsAgentFirst()) {
            add("softphone: ", plan.softphoneCandidates(), parts);
        }
        add("presented: ", plan.displayCandidates(), parts);
        return String.join("; ", parts);
    }

    private static String withoutEnd(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    private static void add(String label, List<Candidate> candidates, List<String> parts) {
        if (!candidates.isEmpty()) {
            int last = candidates.stream().map(Candidate::verdict).toList().indexOf(Verdict.TAKEN);
            parts.add(label + texts(candidates.subList(0, last < 0 ? candidates.size() : last + 1), ", "));
        }
    }

    private static String texts(List<Candidate> candidates, String separator) {
        return candidates.stream().map(CallPlanColumns::text).collect(Collectors.joining(separator));
    }

    /** A candidate, such as "030123456 (list) not allotted". */
    private static String text(Candidate candidate) {
        return candidate.number().number().digits() + " (" + words(candidate.source()) + ") "
                + words(candidate.verdict());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private CallPlanColumns() {}
}
