package agentsettings.management.jobs;

import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.SettingsJson;
import agentsettings.management.records.UserIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bulk changes in JSON: which users, and what to change. Stateless. */
final class BulkChangeJson {

    private static final String USER_IDS = "userIds";
    private static final String FILTER = "filter";
    private static final String PATCH = "patch";

    static List<Fault> faults(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        if (body.isObject() && body.has(USER_IDS) == body.has(FILTER)) {
            faults.add(Fault.at("", "must have either userIds or filter."));
        }
        if (body.path(PATCH).isObject() && body.path(PATCH).isEmpty()) {
            faults.add(Fault.at("/patch", "must change something."));
        }
        faults.addAll(UserIds.faults(body));
        SettingsJson.faults(body.path(PATCH)).forEach(fault -> faults.add(fault.below("/patch")));
        return faults;
    }

    /** The listed users, each once; empty if a filter finds them. */
    static List<String> userIds(JsonNode body) {
        return body.path(USER_IDS)
                .valueStream()
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }

    /** Null if the users are listed. */
    static JsonNode filter(JsonNode body) {
        return body.get(FILTER);
    }

    static JsonNode patch(JsonNode body) {
        return body.path(PATCH);
    }

    /** The filter of a valid body. */
    static SettingsFilter filter(String tenantId, JsonNode filter) {
        return new SettingsFilter(
                tenantId,
                text(filter, "q"),
                text(filter, "callType").flatMap(name -> JsonText.constant(CallType.class, name)),
                text(filter, "number"),
                text(filter, "displayNumber"),
                text(filter, "softphoneNumber"),
                text(filter, "updatedSince").map(Instant::parse));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(JsonText.text(json, name));
    }

    /** What the change would do to a user's settings. */
    static ObjectNode difference(SettingsRecord record, OutboundSettings after) {
        ObjectNode json = ApiJson.object()
                .put("userId", record.key().userId())
                .put("account", record.account())
                .put("name", record.name());
        JsonNode before = SettingsJson.of(record.settings().outbound());
        JsonNode changedTo = SettingsJson.of(after);
        json.set("before", before);
        json.set("after", changedTo);
        ArrayNode changed = json.putArray("changed");
        before.propertyNames().stream()
                .filter(name -> !before.get(name).equals(changedTo.get(name)))
                .forEach(changed::add);
        return json;
    }

    private BulkChangeJson() {}
}
