package agentsettings.client.management.json;

import agentsettings.client.management.records.KeyRecord;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.Role;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Management keys in JSON. Stateless. */
public final class KeyMapper {

    public static KeyRecord key(JsonNode json) {
        return new KeyRecord(
                Json.text(json, "id"),
                Json.text(json, "name"),
                Json.constant(Role.class, Json.text(json, "role")),
                Json.optional(json, "tenantId", JsonNode::stringValue),
                Json.time(json, "createdAt"),
                time(json, "expiresAt"),
                time(json, "lastUsedAt"));
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return Json.optional(json, name, value -> Instant.parse(value.stringValue()));
    }

    /** Returns a new key with its text. */
    public static KeyRecord.Issued issued(JsonNode json) {
        return new KeyRecord.Issued(
                key(json), ManagementKeyText.parse(Json.text(json, "key")).orElseThrow(IllegalArgumentException::new));
    }

    /** Returns the body of a create. */
    public static ObjectNode body(String name, Role role, Optional<String> tenantId, Optional<Instant> expiresAt) {
        ObjectNode json = Json.object().put("name", name).put("role", Json.nameOf(role));
        tenantId.ifPresent(id -> json.put("tenantId", id));
        expiresAt.ifPresent(time -> json.put("expiresAt", time.toString()));
        return json;
    }

    private KeyMapper() {}
}
