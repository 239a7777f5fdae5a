package agentsettings.management.resources;

import agentsettings.core.queries.TimeSteps;
import agentsettings.core.store.Records;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The number of changes of a tenant space in each of the last hours or days. Safe for use by many threads. */
public final class ChangeCountsResource {

    private static final int HOURS = 24;
    private static final int DAYS = 30;

    private final Records records;
    private final InstantSource clock;

    public ChangeCountsResource(Records records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("countChanges", this::count);
    }

    private ApiResponse count(ApiRequest request) {
        boolean daily = request.parameter("per").filter("day"::equals).isPresent();
        TimeSteps steps = daily
                ? TimeSteps.until(clock.instant(), Duration.ofDays(1), DAYS)
                : TimeSteps.until(clock.instant(), Duration.ofHours(1), HOURS);
        List<Long> counts = records.changesPerStep(request.required("tenantId"), steps);
        ObjectNode body = ApiJson.object();
        ArrayNode items = body.putArray("items");
        long total = 0;
        for (int step = 0; step < steps.count(); step++) {
            items.addObject().put("from", ApiJson.time(steps.begin(step))).put("changes", counts.get(step));
            total += counts.get(step);
        }
        return ApiResponse.ok(body.put("total", total));
    }
}
