package agentsettings.management.records;

import agentsettings.core.queries.LoggedChange;
import agentsettings.management.exchange.ApiJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes in JSON: who, when, what, before and after. Stateless. */
public final class ChangeJson {

    public static ObjectNode of(LoggedChange change) {
        return switch (change) {
            case LoggedChange.OfSettings settings -> {
                ObjectNode json = head(settings, "settings", settings.before() == null, settings.after() == null)
                        .put("settingsId", Long.toString(settings.id()))
                        .put("settingsVersion", settings.version());
                yield write(json, SettingsJson.of(settings.before()), SettingsJson.of(settings.after()));
            }
            case LoggedChange.OfUser user ->
                write(
                        head(user, "user", user.before() == null, user.after() == null),
                        UserRecordJson.of(user.before()),
                        UserRecordJson.of(user.after()));
        };
    }

    /**
     * The change as a CloudEvent.
     *
     * @param log identifies the log that has the change, in which its number is unique
     */
    public static ObjectNode event(LoggedChange change, String log) {
        ObjectNode data = of(change);
        String path = "/tenants/" + change.user().tenantId() + "/users/"
                + change.user().userId();
        ObjectNode event = ApiJson.object()
                .put("specversion", "1.0")
                .put("id", Long.toString(change.number()))
                .put("source", "urn:agentsettings:log:" + log)
                .put("type", "agentsettings." + data.remove("type").stringValue())
                .put("subject", change instanceof LoggedChange.OfSettings ? path + "/settings" : path)
                .put("time", data.remove("time").stringValue())
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return event;
    }

    private static ObjectNode head(LoggedChange change, String record, boolean created, boolean deleted) {
        ObjectNode json = ApiJson.object()
                .put("change", Long.toString(change.number()))
                .put("type", record + "." + (created ? "created" : deleted ? "deleted" : "updated"))
                .put("time", ApiJson.time(change.at()));
        ObjectNode actor = json.putObject("actor")
                .put("kind", JsonText.nameOf(change.actor().kind()))
                .put("name", change.actor().name());
        if (change.actor().job() != null) {
            actor.put("job", change.actor().job());
        }
        return json;
    }

    private static ObjectNode write(ObjectNode json, JsonNode before, JsonNode after) {
        json.set("before", before);
        json.set("after", after);
        ArrayNode changed = json.putArray("changed");
        names(before, after).stream()
                .filter(name -> !valueOf(before, name).equals(valueOf(after, name)))
                .forEach(changed::add);
        return json;
    }

    private static List<String> names(JsonNode before, JsonNode after) {
        return new ArrayList<>((after.isObject() ? after : before).propertyNames());
    }

    private static JsonNode valueOf(JsonNode record, String name) {
        return record.isObject() ? record.get(name) : ApiJson.object().nullNode();
    }

    private ChangeJson() {}
}
