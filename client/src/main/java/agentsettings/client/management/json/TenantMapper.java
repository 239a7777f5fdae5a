package agentsettings.client.management.json;

import agentsettings.client.management.records.Tenant;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.queries.Summary;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.PhoneNumber;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tenant spaces in JSON, and the counts of what they hold. Stateless. */
public final class TenantMapper {

    private static final String NAME = "name";
    private static final String REGION = "region";
    private static final String ACCESS_CODE = "accessCode";
    private static final String NUMBER_CHECK = "numberCheck";

    public static Tenant tenant(JsonNode json) {
        return new Tenant(
                Json.text(json, "id"),
                Json.text(json, NAME),
                Json.textOrNull(json, REGION),
                Json.optional(json, ACCESS_CODE, JsonNode::stringValue)
                        .map(PhoneNumber::new)
                        .orElse(null),
                Json.constant(NumberCheck.class, Json.text(json, NUMBER_CHECK)),
                Json.time(json, "createdAt"));
    }

    /** Returns the body of a patch. */
    public static ObjectNode body(TenantSpacePatch patch) {
        ObjectNode json = Json.object();
        Json.put(json, NAME, patch.name(), name -> name);
        Json.put(json, REGION, patch.region(), region -> region);
        Json.put(json, ACCESS_CODE, patch.accessCode(), PhoneNumber::digits);
        Json.put(json, NUMBER_CHECK, patch.numberCheck(), Json::nameOf);
        return json;
    }

    public static Summary summary(JsonNode json) {
        JsonNode settings = json.required("settings");
        Map<CallType, Long> byCallType = new EnumMap<>(CallType.class);
        for (CallType callType : CallType.values()) {
            byCallType.put(callType, settings.required(Json.nameOf(callType)).longValue());
        }
        return new Summary(
                Json.time(json, "takenAt"),
                json.required("users").longValue(),
                json.required("usersWithoutSettings").longValue(),
                Map.copyOf(byCallType),
                settings.required("withoutCallType").longValue(),
                settings.required("wouldFail").longValue(),
                Json.elements(
                        json.required("mostUsedDisplayNumbers"),
                        use -> new Summary.NumberUse(
                                Json.text(use, "number"), use.required("users").longValue())));
    }

    private TenantMapper() {}
}
