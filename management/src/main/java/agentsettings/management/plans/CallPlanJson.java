package agentsettings.management.plans;

import agentsettings.core.plans.CallPlan;
import agentsettings.core.plans.Candidate;
import agentsettings.core.plans.Obstacle;
import agentsettings.core.plans.ParsedNumber;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.SettingsJson;
import agentsettings.management.records.UserIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Call plans, and what is asked for them, in JSON. Stateless. */
final class CallPlanJson {

    private static final String CALLED_NUMBER = "calledNumber";
    private static final String SETTINGS = "settings";

    /** The rules that a body breaks. */
    static List<Fault> faults(JsonNode body) {
        List<Fault> faults = new ArrayList<>(UserIds.faults(body));
        String called = JsonText.text(body, CALLED_NUMBER);
        if (called != null) {
            SettingsRules.violations(new SettingsDraft(null, null, null, List.of(called), null, null, null))
                    .forEach(violation -> faults.add(
                            Fault.at("/" + CALLED_NUMBER, violation.rule().description())));
        }
        faults.addAll(settingsFaults(body));
        return faults;
    }

    private static List<Fault> settingsFaults(JsonNode body) {
        if (!body.has(SETTINGS)) {
            return List.of();
        } else if (body.path("userIds").size() != 1) {
            return List.of(Fault.at("/" + SETTINGS, "can be tried with one user only."));
        }
        return SettingsJson.faults(body.path(SETTINGS)).stream()
                .map(fault -> fault.below("/" + SETTINGS))
                .toList();
    }

    /** The settings of a valid body that are to be tried, if it has any. */
    static Optional<OutboundSettings> settings(JsonNode body) {
        return body.has(SETTINGS) ? Optional.of(SettingsJson.outbound(body.path(SETTINGS))) : Optional.empty();
    }

    /** The called number of a valid body; null if there is none. */
    static PhoneNumber calledNumber(JsonNode body) {
        String called = JsonText.text(body, CALLED_NUMBER);
        return called == null ? null : new PhoneNumber(called);
    }

    static ObjectNode of(CallPlan plan) {
        ObjectNode json = ApiJson.object()
                .put("userId", plan.userId())
                .put("status", plan.status() == null ? null : JsonText.nameOf(plan.status()))
                .put("callType", plan.callType() == null ? null : JsonText.nameOf(plan.callType()))
                .put("wouldFail", plan.wouldFail());
        ArrayNode obstacles = json.putArray("obstacles");
        plan.obstacles().forEach(obstacle -> obstacles.add(json(obstacle)));
        if (plan.calledNumber() == null) {
            json.putNull(CALLED_NUMBER);
        } else {
            put(json.putObject(CALLED_NUMBER), plan.calledNumber());
        }
        json.put("ringsAgentFirst", plan.ringsAgentFirst())
                .put("softphoneNumber", digits(plan.softphoneNumber()))
                .put("displayNumber", digits(plan.displayNumber()));
        putCandidates(json.putArray("softphoneCandidates"), plan.softphoneCandidates());
        putCandidates(json.putArray("displayCandidates"), plan.displayCandidates());
        return json;
    }

    private static ObjectNode json(Obstacle obstacle) {
        return ApiJson.object().put("code", JsonText.nameOf(obstacle)).put("reason", obstacle.reason());
    }

    private static String digits(Optional<PhoneNumber> number) {
        return number.map(PhoneNumber::digits).orElse(null);
    }

    private static ObjectNode put(ObjectNode json, ParsedNumber number) {
        return json.put("number", number.number().digits())
                .put("kind", JsonText.nameOf(number.kind()))
                .put("e164", number.e164());
    }

    private static void putCandidates(ArrayNode json, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            put(json.addObject(), candidate.number())
                    .put("source", JsonText.nameOf(candidate.source()))
                    .put("verdict", JsonText.nameOf(candidate.verdict()))
                    .put("reason", candidate.reason());
        }
    }

    private CallPlanJson() {}
}
