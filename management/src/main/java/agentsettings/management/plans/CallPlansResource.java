package agentsettings.management.plans;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.plans.CallPlanner;
import agentsettings.core.queries.AgentsWithNumbers;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Records;
import agentsettings.management.directory.DirectoryAccess;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.UserIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        List<String> userIds = UserIds.of(body);
        if (request.agent().isPresent()
                && !userIds.equals(List.of(request.agent().get().userId()))) {
            throw new ProblemException(ProblemType.NOT_PERMITTED, "An agent may ask only for their own call plan.");
        }
        String tenantId = request.required("tenantId");
        TenantSpace space = directory.call(d -> d.tenantSpace(tenantId)).orElseThrow(NotFound::tenant);
        AgentsWithNumbers agents = records.agents(tenantId, userIds, space.numberCheck() != NumberCheck.OFF);
        agents = CallPlanJson.settings(body).map(tried(agents, space)).orElse(agents);
        CallPlanner planner =
                new CallPlanner(space, agents.allotted(), CallPlanJson.calledNumber(body), new LibPhoneNumbers());
        ObjectNode json = ApiJson.object();
        ArrayNode items = json.putArray("items");
        agents.agents().forEach(agent -> items.add(CallPlanJson.of(planner.plan(agent))));
        return ApiResponse.ok(json);
    }

    /** The agents with settings that are not stored; of these, numbers are allotted only as they are written. */
    private Function<OutboundSettings, AgentsWithNumbers> tried(AgentsWithNumbers stored, TenantSpace space) {
        return settings -> {
            List<AllottedNumber> allotted = new ArrayList<>(stored.allotted());
            if (space.numberCheck() != NumberCheck.OFF) {
                List<PhoneNumber> numbers =
                        UsedNumber.of(settings).stream().map(UsedNumber::number).toList();
                allotted.addAll(records.allotted(space.id(), numbers));
            }
            return new AgentsWithNumbers(
                    stored.agents().stream().map(agent -> with(agent, settings)).toList(), allotted);
        };
    }

    private static StoredAgent with(StoredAgent agent, OutboundSettings settings) {
        return agent instanceof StoredAgent.Found known
                ? new StoredAgent.Found(known.userId(), known.status(), settings)
                : agent;
    }
}
