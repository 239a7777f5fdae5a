package agentsettings.client.management.json;

import agentsettings.client.management.records.ClientApp;
import agentsettings.core.apps.Edition;
import agentsettings.core.patches.AppPatch;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Apps in JSON. Stateless. */
public final class AppMapper {

    private static final String EDITION = "edition";
    private static final String ENABLED = "enabled";

    public static ClientApp app(JsonNode json) {
        return new ClientApp(
                Json.text(json, "key"),
                Json.text(json, "tenantId"),
                Edition.of(json.required(EDITION).intValue()).orElseThrow(IllegalArgumentException::new),
                json.required(ENABLED).booleanValue(),
                json.required("hasSecret").booleanValue(),
                Json.optional(json, "previousSecretUntil", until -> Instant.parse(until.stringValue())),
                Json.time(json, "createdAt"),
                Json.optional(json, "secret", JsonNode::stringValue));
    }

    /** Returns the body of a create. */
    public static ObjectNode body(String appKey, String tenantId, Edition edition) {
        return Json.object().put("key", appKey).put("tenantId", tenantId).put(EDITION, edition.year());
    }

    /** Returns the body of a patch. */
    public static ObjectNode body(AppPatch patch) {
        ObjectNode json = Json.object();
        if (patch.edition().assigns()) {
            json.put(EDITION, patch.edition().value().year());
        }
        if (patch.enabled().assigns()) {
            json.put(ENABLED, patch.enabled().value());
        }
        return json;
    }

    private AppMapper() {}
}
