package agentsettings.management.console;

import agentsettings.core.store.Records;
import agentsettings.core.users.UserKey;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The links by which agents sign in at the console for their own settings, each once. Safe for use by many threads. */
public final class AgentLinksResource {

    private static final int CREATED = 201;

    private final ConsoleSessions sessions;
    private final Records records;
    private final InstantSource clock;

    public AgentLinksResource(ConsoleSessions sessions, Records records, InstantSource clock) {
        this.sessions = sessions;
        this.records = records;
        this.clock = clock;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("createAgentLink", this::create);
    }

    private ApiResponse create(ApiRequest request) {
        UserKey agent = new UserKey(request.required("tenantId"), request.required("userId"));
        if (records.user(agent).isEmpty()) {
            throw NotFound.user();
        }
        Instant until = clock.instant().plus(ConsoleSessions.LINK_LIFE);
        String path = sessions.link(request.key().id(), agent, until);
        return ApiResponse.of(
                CREATED,
                ApiResponse.JSON,
                ApiJson.bytes(ApiJson.object().put("path", path).put("expiresAt", ApiJson.time(until))));
    }
}
