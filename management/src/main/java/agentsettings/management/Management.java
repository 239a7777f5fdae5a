package agentsettings.management;

import agentsettings.management.contract.ApiContract;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.server.DoorContext;
import agentsettings.server.http.Door;
import java.util.Map;
import java.util.TreeMap;

/** Assembles the management interface on a running service. Stateless. */
public final class Management {

    /**
     * The door of the interface.
     *
     * @throws IllegalStateException if the document and the handlers don't match
     */
    public static Door door(DoorContext context) {
        ApiContract contract = ApiContract.load();
        Map<String, ApiHandler> handlers = new TreeMap<>();
        handlers.put("getContractAsYaml", request -> ApiResponse.text("application/yaml", contract.yaml()));
        handlers.put("getContractAsJson", request -> ApiResponse.text(ApiResponse.JSON, contract.json()));
        return new ManagementDoor(
                new ApiOperations(contract, handlers),
                context.config().http().requestTimeout(),
                context.config().http().logRequests());
    }

    private Management() {}
}
