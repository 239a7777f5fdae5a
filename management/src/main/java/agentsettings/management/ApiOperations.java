package agentsettings.management;

import agentsettings.management.console.ConsolePages;
import agentsettings.management.contract.ApiContract;
import agentsettings.management.contract.ApiOperation;
import agentsettings.management.exchange.AdmittedKey;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.RequestReader;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations of the document with their handlers. Safe for use by many threads. */
final class ApiOperations {

    private final ApiContract contract;
    private final Map<String, ApiHandler> handlers;
    private final KeyGuard guard;
    private final MonitoringPages pages;
    private final ConsolePages console;

    /**
     * Joins the document and the handlers.
     *
     * @param handlers by the id of the operation
     * @param pages what is served besides, as the console is
     * @throws IllegalStateException if an operation has no handler or a handler no operation
     */
    ApiOperations(
            ApiContract contract,
            Map<String, ApiHandler> handlers,
            KeyGuard guard,
            MonitoringPages pages,
            ConsolePages console) {
        this.contract = contract;
        this.pages = pages;
        this.console = console;
        this.guard = guard;
        this.handlers = Map.copyOf(handlers);
        TreeSet<String> unmatched = new TreeSet<>(contract.operations().keySet());
        unmatched.removeAll(handlers.keySet());
        if (!unmatched.isEmpty()) {
            throw new IllegalStateException("Operations of openapi.yaml without a handler: " + unmatched);
        }
        unmatched.addAll(handlers.keySet());
        unmatched.removeAll(contract.operations().keySet());
        if (!unmatched.isEmpty()) {
            throw new IllegalStateException("Handlers without an operation in openapi.yaml: " + unmatched);
        }
    }

    /**
     * Serves a request.
     *
     * @param caller is told the management key, if the operation takes one
     * @throws ProblemException if it cannot be served
     */
    ApiResponse serve(HttpServerRequest request, byte[] body, ApiCaller caller) {
        ApiResponse page = pages.respond(request);
        if (page == null) {
            page = console.respond(request, body, caller.address());
        }
        if (page != null) {
            return page;
        }
        ApiOperation operation = find(request);
        AdmittedKey admitted = admit(operation, request, caller);
        return handlers.get(operation.id()).handle(new RequestReader(operation, request, admitted).read(body));
    }

    /** The name of the operation of such a request, if there is one. */
    Optional<String> id(HttpMethod method, String path) {
        return Optional.ofNullable(pages.operation(path))
                .or(() -> Optional.ofNullable(console.operation(path)))
                .or(() -> find(method, path).map(ApiOperation::id));
    }

    /** The maximum size of a request's body in bytes. */
    long bodyMax(HttpMethod method, String path) {
        return find(method, path).map(ApiOperation::bodyMax).orElse(ApiOperation.BODY_MAX);
    }

    /** Whether the body of such a request is a file. */
    boolean isUpload(HttpMethod method, String path) {
        return find(method, path).filter(ApiOperation::isUpload).isPresent();
    }

    private Optional<ApiOperation> find(HttpMethod method, String path) {
        return find(path).stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst();
    }

    private List<ApiOperation> find(String path) {
        return path == null ? List.of() : contract.find(path);
    }

    /**
     * Serves a request whose body is a file.
     *
     * @param caller is told the management key
     * @throws ProblemException if it cannot be served
     */
    ApiResponse serveUpload(HttpServerRequest request, InputStream body, ApiCaller caller) {
        ApiOperation operation = find(request);
        AdmittedKey admitted = admit(operation, request, caller);
        return handlers.get(operation.id()).handle(new RequestReader(operation, request, admitted).readUpload(body));
    }

    private AdmittedKey admit(ApiOperation operation, HttpServerRequest request, ApiCaller caller) {
        AdmittedKey admitted = guard.admit(operation, request, caller.address());
        if (admitted.key() != null) {
            caller.calledBy(admitted.key());
        }
        return admitted;
    }

    private ApiOperation find(HttpServerRequest request) {
        List<ApiOperation> ofPath = find(request.path());
        if (ofPath.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this path.");
        }
        return ofPath.stream()
                .filter(operation -> operation.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> notAllowed(ofPath));
    }

    private static ProblemException notAllowed(List<ApiOperation> ofPath) {
        String allowed = ofPath.stream()
                .map(operation -> operation.method().name())
                .sorted()
                .collect(Collectors.joining(", "));
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED, "This path takes only " + allowed + ".", Map.of("allow", allowed));
    }
}
