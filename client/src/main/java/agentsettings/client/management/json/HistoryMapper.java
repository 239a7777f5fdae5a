package agentsettings.client.management.json;

import agentsettings.client.management.records.HistoryItem;
import agentsettings.core.apps.Actor;
import tools.jackson.databind.JsonNode;

/** The changes of a history in JSON. Stateless. */
public final class HistoryMapper {

    public static HistoryItem<?> item(JsonNode json) {
        String type = Json.text(json, "type");
        if (type.startsWith("settings.")) {
            return ofSettings(json);
        } else if (type.startsWith("user.")) {
            return ofUser(json);
        }
        throw new IllegalArgumentException("no known type");
    }

    private static HistoryItem.OfSettings ofSettings(JsonNode json) {
        return new HistoryItem.OfSettings(
                Json.text(json, "change"),
                Json.time(json, "time"),
                actor(json),
                Json.text(json, "settingsId"),
                json.required("settingsVersion").longValue(),
                Json.optional(json, "before", SettingsMapper::values),
                Json.optional(json, "after", SettingsMapper::values),
                Json.texts(json, "changed"));
    }

    private static HistoryItem.OfUser ofUser(JsonNode json) {
        return new HistoryItem.OfUser(
                Json.text(json, "change"),
                Json.time(json, "time"),
                actor(json),
                Json.optional(json, "before", UserMapper::profile),
                Json.optional(json, "after", UserMapper::profile),
                Json.texts(json, "changed"));
    }

    private static Actor actor(JsonNode json) {
        JsonNode actor = json.required("actor");
        return new Actor(Json.constant(Actor.Kind.class, Json.text(actor, "kind")), Json.text(actor, "name"));
    }

    private HistoryMapper() {}
}
