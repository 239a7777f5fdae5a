package agentsettings.management;

import agentsettings.core.store.Store.StorageCheck;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.server.Monitoring;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What programs that watch the service read, at paths of their own and without a key. Safe for use by many threads. */
final class MonitoringPages {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Page> pages;

    /** A page, and the name under which requests for it are counted. */
    private record Page(String operation, Supplier<ApiResponse> content) {}

    MonitoringPages(Monitoring monitoring) {
        pages = Map.of(
                "/metrics",
                new Page(
                        "metrics",
                        () -> ApiResponse.text(
                                PROMETHEUS_TEXT, monitoring.metrics().text())),
                "/health/live",
                new Page("live", MonitoringPages::live),
                "/health/ready",
                new Page("ready", () -> ready(monitoring.readiness().check())));
    }

    /** The name of the page at a path, null if there is none. */
    String operation(String path) {
        Page page = path == null ? null : pages.get(path);
        return page == null ? null : page.operation;
    }

    /**
     * The page that a request asks for, null if it asks for none.
     *
     * @throws ProblemException if it does not by GET
     */
    ApiResponse respond(HttpServerRequest request) {
        Page page = request.path() == null ? null : pages.get(request.path());
        if (page != null && !request.method().equals(HttpMethod.GET)) {
            throw new ProblemException(
                    ProblemType.METHOD_NOT_ALLOWED, "This path takes only GET.", Map.of("allow", "GET"));
        }
        return page == null ? null : page.content.get();
    }

    /** The event loop that has received the request and the thread that responds are alive; restarting helps where they are not. */
    private static ApiResponse live() {
        return ApiResponse.ok(ApiJson.object().put("status", "up"));
    }

    private static ApiResponse ready(List<StorageCheck> checks) {
        boolean ready = checks.stream().allMatch(StorageCheck::isPassed);
        ObjectNode body = ApiJson.object().put("status", ready ? "up" : "down");
        ObjectNode each = body.putObject("checks");
        for (StorageCheck check : checks) {
            each.put(check.name(), check.isPassed() ? "up" : "down"); // the log has the fault, which is nobody else's
        }
        return ApiResponse.of(ready ? OK : UNAVAILABLE, ApiResponse.JSON, ApiJson.bytes(body));
    }
}
