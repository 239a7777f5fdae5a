package agentsettings.management.plans;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.plans.CallPlanner;
import agentsettings.core.queries.AgentsWithNumbers;
import agentsettings.core.store.Records;
import agentsettings.management.directory.DirectoryAccess;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.NotFound;
import agentsettings.management.records.UserIds;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The call plans of users. Loads the numbering plans for the first one. Safe for use by many threads. */
public final class CallPlansResource {

    private final DirectoryAccess directory;
    private final Records records;

    public CallPlansResource(DirectoryAccess directory, Records records) {
        this.directory = directory;
        this.records = records;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("planCalls", this::plan);
    }

    private ApiResponse plan(ApiRequest request) {
        JsonNode body = request.body(CallPlanJson::faults);
        String tenantId = request.required("tenantId");
        TenantSpace space = directory.call(d -> d.tenantSpace(tenantId)).orElseThrow(NotFound::tenant);
        AgentsWithNumbers stored = records.agents(tenantId, UserIds.of(body), space.numberCheck() != NumberCheck.OFF);
        CallPlanner planner =
                new CallPlanner(space, stored.allotted(), CallPlanJson.calledNumber(body), new LibPhoneNumbers());
        ObjectNode json = ApiJson.object();
        ArrayNode items = json.putArray("items");
        stored.agents().forEach(agent -> items.add(CallPlanJson.of(planner.plan(agent))));
        return ApiResponse.ok(json);
    }
}
