package agentsettings.management;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the management interface that compares every response with the OpenAPI document. Used by one thread. */
final class ApiClient implements AutoCloseable {

    /** The operations and statuses seen so far, as in "listUsers 200". */
    static final Set<String> SEEN = new HashSet<>();

    private static final JsonMapper JSON = new JsonMapper();

    private final ManagementServer server;
    private final Vertx vertx;
    private final OpenAPIContract contract;
    private final HttpClient http = HttpClient.newHttpClient();
    private String key;

    /** A response, checked. */
    record Checked(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The end of a problem's type. */
        String problem() {
            String type = json().path("type").asString();
            return type.substring(type.lastIndexOf(':') + 1);
        }

        /** The pointers or parameters of a problem's errors, with their details. */
        List<String> errors() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer")
                                    .asString(error.path("parameter").asString()) + " "
                            + error.path("detail").asString())
                    .toList();
        }
    }

    ApiClient(ManagementServer server, OpenAPIContract contract, Vertx vertx) {
        this.server = server;
        this.contract = contract;
        this.vertx = vertx;
    }

    /** A client of the server, with the document that the project holds. */
    static ApiClient of(ManagementServer server) {
        Vertx vertx = Vertx.vertx();
        OpenAPIContract contract = ContractDocument.read(vertx);
        return new ApiClient(server, contract, vertx);
    }

    /** Sends this key from now on; null for none. */
    ApiClient with(String managementKey) {
        key = managementKey;
        return this;
    }

    Checked get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Checked post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Checked put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Checked patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    Checked delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    private Checked send(String method, String path, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        if (key != null) {
            all.put("authorization", "Bearer " + key);
        }
        if (body != null) {
            all.put("content-type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(server.management("/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        all.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            check(method, URI.create("/api/v1" + path).getRawPath(), response);
            return new Checked(response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Requires that the document has this response of the operation: its status, its media type, and a body of its schema. */
    private void check(String method, String path, HttpResponse<String> response) {
        Operation operation = contract.findOperation(path, io.vertx.core.http.HttpMethod.valueOf(method));
        if (operation == null) {
            return;
        }
        SEEN.add(operation.getOperationId() + " " + response.statusCode());
        Response documented = Optional.ofNullable(operation.getResponse(response.statusCode()))
                .orElse(operation.getDefaultResponse());
        String type = response.headers().firstValue("content-type").orElse("");
        if (response.statusCode() < 400 && operation.getResponse(response.statusCode()) == null) {
            throw new AssertionError(operation.getOperationId() + " has no response " + response.statusCode());
        }
        Set<String> types = documented.getContent() == null
                ? Set.of()
                : documented.getContent().keySet();
        if (types.isEmpty() ? !response.body().isEmpty() : !types.contains(type)) {
            throw new AssertionError(
                    operation.getOperationId() + " " + response.statusCode() + " has the type " + type);
        }
        if (type.endsWith("json")) {
            checkSchema(operation.getOperationId(), documented, type, response.body());
        }
    }

    private void checkSchema(String operation, Response documented, String type, String body) {
        var schema = documented.getContent().get(type).getSchema();
        var result = contract.getSchemaRepository().validator(schema).validate(new JsonObject(body));
        if (!Boolean.TRUE.equals(result.getValid())) {
            throw new AssertionError("A response of " + operation + " is not as documented: " + body + "\n"
                    + result.getErrors().stream()
                            .map(error -> error.getInstanceLocation() + " " + error.getError())
                            .toList());
        }
    }

    @Override
    public void close() {
        http.close();
        vertx.close().await();
    }
}
