package agentsettings.management.resources;

import agentsettings.core.queries.Summary;
import agentsettings.core.settings.CallType;
import agentsettings.core.store.Records;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.records.JsonText;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The counts of a tenant space. Safe for use by many threads. */
public final class SummaryResource {

    private final Summaries summaries;

    public SummaryResource(Records records, InstantSource clock) {
        this.summaries = new Summaries(records::summary, clock);
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("getSummary", this::get);
    }

    private ApiResponse get(ApiRequest request) {
        Summary summary = summaries.of(request.required("tenantId"));
        ObjectNode json = ApiJson.object()
                .put("takenAt", ApiJson.time(summary.takenAt()))
                .put("users", summary.users())
                .put("usersWithoutSettings", summary.usersWithoutSettings());
        ObjectNode settings = json.putObject("settings");
        long total = summary.withoutCallType();
        for (CallType callType : CallType.values()) {
            long count = summary.byCallType().getOrDefault(callType, 0L);
            settings.put(JsonText.nameOf(callType), count);
            total += count;
        }
        settings.put("withoutCallType", summary.withoutCallType())
                .put("total", total)
                .put("wouldFail", summary.wouldFail());
        ArrayNode numbers = json.putArray("mostUsedDisplayNumbers");
        summary.mostUsedDisplayNumbers()
                .forEach(use -> numbers.addObject().put("number", use.number()).put("users", use.users()));
        return ApiResponse.ok(json);
    }
}
