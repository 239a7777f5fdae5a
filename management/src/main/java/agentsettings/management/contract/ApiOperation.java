package agentsettings.management.contract;

import agentsettings.management.problems.Fault;
import io.vertx.core.http.HttpMethod;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An operation of the document: its parameters, its body, who may call it. Safe for use by many threads. */
public final class ApiOperation {

    /** The media types whose responses are sent while they are made. */
    public static final Set<String> STREAMED = Set.of("text/csv", "application/jsonl", "text/event-stream");

    /** The maximum size of a body in bytes, unless the operation has another. */
    public static final long BODY_MAX = 64 * 1024;

    private static final int STATUS_OK = 200;

    private final Operation operation;
    private final List<ApiParameter> parameters;
    private final Map<String, SchemaFaults> bodies = new LinkedHashMap<>();
    private final List<String> produced = new ArrayList<>();

    ApiOperation(Operation operation, SchemaRepository schemas) {
        this.operation = operation;
        this.parameters = operation.getParameters().stream()
                .map(parameter -> new ApiParameter(parameter, schemas))
                .toList();
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .forEach((type, media) -> bodies.put(type, new SchemaFaults(media.getSchema(), schemas)));
        }
        Response ok = operation.getResponse(STATUS_OK);
        if (ok != null && ok.getContent() != null) {
            produced.addAll(ok.getContent().keySet());
            produced.sort(Comparator.comparing(STREAMED::contains)); // a stream only for who asks for it
        }
    }

    public String id() {
        return operation.getOperationId();
    }

    public HttpMethod method() {
        return operation.getHttpMethod();
    }

    /** The path with its parameters in braces. */
    public String path() {
        return operation.getAbsoluteOpenAPIPath();
    }

    public List<ApiParameter> parameters() {
        return parameters;
    }

    /** The least role of keys that may call it; empty if it needs no key. */
    public Optional<String> role() {
        if (operation.getSecurityRequirements().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((String) operation.getExtensions().get("x-role"));
    }

    /** Whether agents may call it for themselves. */
    public boolean isForAgents() {
        return Boolean.TRUE.equals(operation.getExtensions().get("x-agents"));
    }

    /** Whether it takes a body. */
    public boolean hasBody() {
        return !bodies.isEmpty();
    }

    /** The maximum size of a body in bytes. */
    public long bodyMax() {
        return operation.getExtensions().get("x-body-max") instanceof Number max ? max.longValue() : BODY_MAX;
    }

    /** Whether its body is a file, which is read while it arrives. */
    public boolean isUpload() {
        return hasBody() && STREAMED.containsAll(bodies.keySet());
    }

    /** The media types that a body may have. */
    public Set<String> consumed() {
        return new TreeSet<>(bodies.keySet());
    }

    /** The media types of a successful response, the preferred one first. Empty if it has no body. */
    public List<String> produced() {
        return produced;
    }

    /** Every fault of a body of one of the {@link #consumed} types. */
    public List<Fault> bodyFaults(String mediaType, Object body) {
        return bodies.get(mediaType).of(body);
    }
}
