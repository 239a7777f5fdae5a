package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.management.contract.ApiContract;
import agentsettings.management.contract.ApiOperation;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiResponse;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document is valid OpenAPI, and the start stops if handlers and operations don't match. */
final class ContractTest {

    private final ApiContract contract = ApiContract.load();

    @Test
    void theDocumentIsValidAndHasTheSameOperationsInEveryForm() {
        Vertx vertx = Vertx.vertx();
        try {
            assertThat(ContractDocument.read(vertx).operations())
                    .extracting(operation -> operation.getOperationId())
                    .containsExactlyInAnyOrderElementsOf(contract.operations().keySet());
        } finally {
            vertx.close().await();
        }
    }

    /** As what follows the comma of a description without quotation marks has none. */
    @Test
    void everyMemberOfTheDocumentHasAValue() {
        assertThat(membersWithoutValue(ContractDocument.load())).isEmpty();
    }

    private static List<String> membersWithoutValue(Object part) {
        return switch (part) {
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .flatMap(member -> member.getValue() == null
                                ? Stream.of(member.getKey().toString())
                                : membersWithoutValue(member.getValue()).stream())
                        .toList();
            case List<?> items ->
                items.stream()
                        .flatMap(item -> membersWithoutValue(item).stream())
                        .toList();
            case null, default -> List.of(); // null is a value of enumerations
        };
    }

    @Test
    void everyOperationButTheDocumentItselfNeedsARole() {
        assertThat(contract.operations().values()).allSatisfy(operation -> {
            boolean isDocument = operation.id().startsWith("getContract");
            assertThat(operation.role().isPresent()).isEqualTo(!isDocument);
            operation.role().ifPresent(role -> assertThat(role).isIn("viewer", "editor", "admin"));
            boolean reads =
                    operation.method().name().equals("GET") || operation.id().equals("planCalls");
            assertThat(operation.role().filter("viewer"::equals).isPresent())
                    .isEqualTo(reads && !isDocument && !isForAdmins(operation));
        });
    }

    private static boolean isForAdmins(ApiOperation operation) {
        return operation.role().filter("admin"::equals).isPresent();
    }

    @Test
    void anOperationWithoutHandlerAndAHandlerWithoutOperationAreRefused() {
        Map<String, ApiHandler> handlers = new HashMap<>();
        contract.operations().keySet().forEach(id -> handlers.put(id, request -> ApiResponse.noContent()));
        new ApiOperations(contract, handlers, null, null, null);
        handlers.remove("getContractAsYaml");
        assertThatThrownBy(() -> new ApiOperations(contract, handlers, null, null, null))
                .hasMessage("Operations of openapi.yaml without a handler: [getContractAsYaml]");
        handlers.put("getContractAsYaml", request -> ApiResponse.noContent());
        handlers.put("sing", request -> ApiResponse.noContent());
        assertThatThrownBy(() -> new ApiOperations(contract, handlers, null, null, null))
                .hasMessage("Handlers without an operation in openapi.yaml: [sing]");
    }
}
