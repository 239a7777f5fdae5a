package agentsettings.client.management.plans;

import agentsettings.client.management.json.Json;
import agentsettings.core.plans.CallPlan;
import agentsettings.core.plans.Candidate;
import agentsettings.core.plans.Obstacle;
import agentsettings.core.plans.ParsedNumber;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Call plans in JSON. Stateless. */
final class CallPlanMapper {

    /** Returns the body of a request. */
    static ObjectNode body(List<String> userIds, Optional<PhoneNumber> calledNumber) {
        ObjectNode json = Json.object();
        ArrayNode ids = json.putArray("userIds");
        userIds.forEach(ids::add);
        calledNumber.ifPresent(number -> json.put("calledNumber", number.digits()));
        return json;
    }

    static List<CallPlan> plans(JsonNode json) {
        return Json.elements(json.required("items"), CallPlanMapper::plan);
    }

    private static CallPlan plan(JsonNode json) {
        return new CallPlan(
                Json.text(json, "userId"),
                Json.constant(UserStatus.class, Json.textOrNull(json, "status")),
                Json.constant(CallType.class, Json.textOrNull(json, "callType")),
                Json.optional(json, "calledNumber", CallPlanMapper::number).orElse(null),
                Json.elements(json.required("softphoneCandidates"), CallPlanMapper::candidate),
                Json.elements(json.required("displayCandidates"), CallPlanMapper::candidate),
                Json.elements(
                        json.required("obstacles"),
                        obstacle -> Json.constant(Obstacle.class, Json.text(obstacle, "code"))));
    }

    private static Candidate candidate(JsonNode json) {
        return new Candidate(
                number(json),
                Json.constant(Candidate.Source.class, Json.text(json, "source")),
                Json.constant(Candidate.Verdict.class, Json.text(json, "verdict")));
    }

    private static ParsedNumber number(JsonNode json) {
        return new ParsedNumber(
                new PhoneNumber(Json.text(json, "number")),
                Json.constant(ParsedNumber.Kind.class, Json.text(json, "kind")),
                Json.textOrNull(json, "e164"));
    }

    private CallPlanMapper() {}
}
