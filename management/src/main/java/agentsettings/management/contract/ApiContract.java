package agentsettings.management.contract;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonFormatValidator;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.OpenAPIVersion;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.contract.impl.OpenAPIContractImpl;
import io.vertx.openapi.mediatype.ContentAnalyserFactory;
import io.vertx.openapi.mediatype.MediaTypePredicate;
import io.vertx.openapi.mediatype.MediaTypeRegistration;
import io.vertx.openapi.mediatype.MediaTypeRegistry;
import io.vertx.openapi.mediatype.impl.DefaultMediaTypeRegistration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The OpenAPI document, the only source of what the interface has. A test checks the document itself; a start does not, to begin
 * sooner. Safe for use by many threads.
 */
public final class ApiContract {

    private final String json;
    private final OpenAPIContract contract;
    private final Map<String, ApiOperation> operations;

    private ApiContract(String json) {
        this.json = json;
        JsonObject document = new JsonObject(json);
        SchemaRepository schemas = noSchemas().dereference(JsonSchema.of(document));
        this.contract = new OpenAPIContractImpl(schemas.resolve(document), OpenAPIVersion.V3_1, schemas, mediaTypes());
        // No reference is left in what is resolved, and a validator copies all schemas of its repository.
        SchemaRepository none = noSchemas();
        this.operations = contract.operations().stream()
                .map(operation -> new ApiOperation(operation, none))
                .collect(Collectors.toUnmodifiableMap(ApiOperation::id, Function.identity()));
    }

    /** Reads the document. */
    public static ApiContract load() {
        return new ApiContract(resource("openapi.json"));
    }

    private static String resource(String name) {
        try (InputStream document = ApiContract.class.getResourceAsStream("/agentsettings/management/" + name)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaRepository noSchemas() {
        return SchemaRepository.create(
                new JsonSchemaOptions()
                        .setDraft(Draft.DRAFT202012)
                        .setBaseUri("app://")
                        .setOutputFormat(OutputFormat.Basic),
                JsonFormatValidator.DEFAULT_VALIDATOR);
    }

    private static MediaTypeRegistry mediaTypes() {
        return MediaTypeRegistry.createDefault()
                .register(registration(
                        ContentAnalyserFactory.json(), "application/merge-patch+json", "application/problem+json"))
                .register(registration(
                        ContentAnalyserFactory.noop(),
                        "application/yaml",
                        "application/jsonl",
                        "text/csv",
                        "text/event-stream"));
    }

    private static MediaTypeRegistration registration(ContentAnalyserFactory analyser, String... types) {
        return new DefaultMediaTypeRegistration(MediaTypePredicate.ofExactTypes(types), analyser);
    }

    /** The document as it was written. */
    public String yaml() {
        return resource("openapi.yaml");
    }

    /** The document in JSON. */
    public String json() {
        return json;
    }

    /** Every operation by its id. */
    public Map<String, ApiOperation> operations() {
        return operations;
    }

    /** The operations of a path as it was sent, by method; empty if the document has no such path. */
    public List<ApiOperation> find(String path) {
        boolean exact = path.startsWith("/") && !path.endsWith("/");
        Path found = exact ? contract.findPath(path) : null;
        return found == null
                ? List.of()
                : found.getOperations().stream()
                        .map(operation -> operations.get(operation.getOperationId()))
                        .toList();
    }
}
