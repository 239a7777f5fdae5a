package agentsettings.management.vendor;

import agentsettings.core.apps.App;
import agentsettings.core.store.Directory;
import agentsettings.management.directory.DirectoryAccess;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.JsonText;
import agentsettings.server.loopback.TriedOperation;
import agentsettings.server.loopback.VendorPort;
import agentsettings.server.loopback.VendorTrial;
import agentsettings.server.recording.RecordedRequest;
import agentsettings.server.recording.RequestRecorder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tries the vendor's operations as an app, and shows the last requests of apps. Safe for use by many threads. */
public final class VendorRequestsResource {

    private static final System.Logger LOG = System.getLogger(VendorRequestsResource.class.getName());

    private final DirectoryAccess directory;
    private final VendorPort port;
    private final RequestRecorder recorder;
    private final InstantSource clock;

    public VendorRequestsResource(
            DirectoryAccess directory, VendorPort port, RequestRecorder recorder, InstantSource clock) {
        this.directory = directory;
        this.port = port;
        this.recorder = recorder;
        this.clock = clock;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("tryVendorRequest", this::send, "listVendorRequests", this::list);
    }

    /** The app of the path, if the key may see it. */
    private App visible(ApiRequest request) {
        return directory
                .call(d -> d.app(request.required("appKey")))
                .filter(app -> request.key().hasAccessTo(app.tenantId()))
                .orElseThrow(() -> NotFound.of("There is no such app."));
    }

    private ApiResponse send(ApiRequest request) {
        App app = visible(request);
        JsonNode json = request.body(sent -> List.of());
        TriedOperation operation = JsonText.constant(TriedOperation.class, JsonText.text(json, "operation"))
                .orElseThrow();
        String body = JsonText.text(json, "body");
        return switch (port.send(app, operation, body)) {
            case VendorTrial.Responded response -> {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Management key {0} tried {1} as app {2}: {3}",
                        request.key().id(),
                        JsonText.nameOf(operation),
                        app.key(),
                        response.status());
                yield ApiResponse.ok(VendorRequestJson.tried(app, operation, body, response));
            }
            case VendorTrial.Unreachable(String reason) -> throw new ProblemException(ProblemType.WRONG_STATE, reason);
        };
    }

    /** Requests that name no app, or one that is not there, could be anyone's: who has access to all tenant spaces sees them. */
    private ApiResponse list(ApiRequest request) {
        App app = visible(request);
        Set<String> apps = directory.<List<App>>call(Directory::apps).stream()
                .map(App::key)
                .collect(Collectors.toSet());
        boolean seesAll = request.key().tenantId() == null;
        Predicate<RecordedRequest> visible = recorded -> {
            boolean isKnown = recorded.app() != null && apps.contains(recorded.app());
            return isKnown ? app.key().equals(recorded.app()) : seesAll;
        };
        ObjectNode json = ApiJson.object();
        ArrayNode items = json.putArray("items");
        recorder.look().stream()
                .filter(visible)
                .forEach(recorded -> items.add(VendorRequestJson.recorded(app, recorded)));
        json.put("recordedUntil", ApiJson.time(clock.instant().plus(RequestRecorder.LOOK_LIFE)));
        return ApiResponse.ok(json);
    }
}
