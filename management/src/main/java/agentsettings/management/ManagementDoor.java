package agentsettings.management;

import agentsettings.management.contract.ApiOperation;
import agentsettings.server.http.Door;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.limits.ExchangeLimits;
import agentsettings.server.observation.ExchangeObserver;
import java.time.Duration;

/**
 * The management interface on a port. Each request is served on a virtual thread and may block. Nothing of it is on the way of the
 * vendor's requests. Safe for use by many threads.
 */
public final class ManagementDoor implements Door {

    private final ApiOperations operations;
    private final Duration timeout;
    private final ExchangeObserver observer;

    /**
     * Serves the operations.
     *
     * @param timeout the maximum time for a request to arrive and be responded to; of a streamed response, to go on
     * @param observer is told of each response
     */
    ManagementDoor(ApiOperations operations, Duration timeout, ExchangeObserver observer) {
        this.operations = operations;
        this.timeout = timeout;
        this.observer = observer;
    }

    /** A file may take long to arrive. A request that accepts a streamed type may get a response that takes long. */
    @Override
    public ExchangeLimits limits(HttpExchange exchange) {
        String accept = exchange.header("accept");
        boolean streaming = operations.isUpload(exchange.method(), exchange.path())
                || (accept != null && ApiOperation.STREAMED.stream().anyMatch(accept::contains));
        return new ExchangeLimits(operations.bodyMax(exchange.method(), exchange.path()), timeout, streaming);
    }

    @Override
    public ExchangeHandler open(HttpExchange exchange) {
        return new ManagementExchange(exchange, operations, observer);
    }
}
