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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns of call plans. */
final class CallPlanColumns {

    static final List<OutputColumn<CallPlan>> PLANS = List.of(
            OutputColumn.of("USER ID", "userId", CallPlan::userId),
            OutputColumn.of("STATUS", "status", CallPlan::status).unlisted(),
            OutputColumn.of("CALL TYPE", "callType", CallPlan::callType),
            OutputColumn.of("WOULD FAIL", "wouldFail", CallPlan::wouldFail),
            OutputColumn.of("OBSTACLES", "obstacles", CallPlanColumns::obstacles)
                    .unlisted(),
            OutputColumn.of("CALLED", "calledNumber", CallPlanColumns::calledNumber)
                    .unlisted(),
            OutputColumn.of("RINGS AGENT FIRST", "ringsAgentFirst", CallPlan::ringsAgentFirst)
                    .unlisted(),
            OutputColumn.of("RINGS FIRST", "softphoneNumber", CallPlan::softphoneNumber)
                    .shownAs(CallPlanColumns::rungFirst),
            OutputColumn.of("CALLED PARTY SEES", "displayNumber", CallPlan::displayNumber),
            OutputColumn.<CallPlan>of(
                            "SOFTPHONES", "softphoneCandidates", plan -> candidates(plan.softphoneCandidates()))
                    .unlisted(),
            OutputColumn.<CallPlan>of("WHY", "displayCandidates", plan -> candidates(plan.displayCandidates()))
                    .shownAs(CallPlanColumns::why));

    private static List<JsonNode> obstacles(CallPlan plan) {
        return plan.obstacles().stream().<JsonNode>map(CallPlanColumns::json).toList();
    }

    private static ObjectNode json(Obstacle obstacle) {
        return Json.object().put("code", Json.nameOf(obstacle)).put("reason", obstacle.reason());
    }

    private static JsonNode calledNumber(CallPlan plan) {
        return plan.calledNumber() == null ? null : json(plan.calledNumber());
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
            parts.add(candidates.subList(0, last < 0 ? candidates.size() : last + 1).stream()
                    .map(CallPlanColumns::text)
                    .collect(Collectors.joining(", ", label, "")));
        }
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
