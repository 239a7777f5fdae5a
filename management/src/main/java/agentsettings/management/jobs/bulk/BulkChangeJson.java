package agentsettings.management.jobs.bulk;

import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.settings.CallType;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.jobs.bulk.PlannedChanges.Plan;
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
public final class BulkChangeJson {

    private static final String USER_IDS = "userIds";
    private static final String FILTER = "filter";
    private static final String PATCH = "patch";

    public static List<Fault> faults(JsonNode body) {
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
    public static List<String> userIds(JsonNode body) {
        return body.path(USER_IDS)
                .valueStream()
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }

    /** Null if the users are listed. */
    public static JsonNode filter(JsonNode body) {
        return body.get(FILTER);
    }

    public static JsonNode patch(JsonNode body) {
        return body.path(PATCH);
    }

    /** The filter of a valid body. */
    public static SettingsFilter filter(String tenantId, JsonNode filter) {
        return new SettingsFilter(
                tenantId,
                text(filter, "q"),
                text(filter, "callType").flatMap(name -> JsonText.constant(CallType.class, name)),
                text(filter, "number"),
                text(filter, "displayNumber"),
                text(filter, "softphoneNumber"),
                text(filter, "updatedSince").map(Instant::parse),
                filter.path("wouldFail").asBoolean(false));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(JsonText.text(json, name));
    }

    /** What the change would do to a user's settings. */
    public static ObjectNode planned(Plan planned) {
        ObjectNode json = ApiJson.object()
                .put("userId", planned.userId())
                .put("account", planned.account().orElse(null))
                .put("name", planned.name().orElse(null));
        JsonNode before = SettingsJson.of(planned.before());
        JsonNode after = SettingsJson.of(planned.after());
        json.set("before", before);
        json.set("after", after);
        ArrayNode changed = json.putArray("changed");
        before.propertyNames().stream()
                .filter(name -> !before.get(name).equals(after.get(name)))
                .forEach(changed::add);
        ArrayNode faults = json.putArray("faults");
        planned.faults()
                .forEach(fault -> faults.addObject()
                        .put("column", fault.column())
                        .put("code", fault.code().text())
                        .put("detail", fault.detail()));
        return json;
    }

    private BulkChangeJson() {}
}
