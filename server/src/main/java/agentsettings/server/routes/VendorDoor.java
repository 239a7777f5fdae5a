package agentsettings.server.routes;

import agentsettings.server.http.Door;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.limits.ExchangeLimits;
import agentsettings.server.observation.ExchangeObserver;
import java.time.Duration;

/** The vendor's interface, or a part of it, on a port: an exact map of paths, served on the event loop. Safe for use by many threads. */
public final class VendorDoor implements Door {

    private static final int BODY_MAX = 16 * 1024;

    private final RouteTable routes;
    private final ExchangeLimits limits;
    private final ExchangeObserver observer;

    /**
     * Serves the routes.
     *
     * @param requestTimeout the maximum time for a request to arrive and be responded to
     * @param observer is told of each response
     */
    public VendorDoor(RouteTable routes, Duration requestTimeout, ExchangeObserver observer) {
        this.routes = routes;
        this.limits = new ExchangeLimits(BODY_MAX, requestTimeout, false);
        this.observer = observer;
    }

    @Override
    public ExchangeLimits limits(HttpExchange exchange) {
        return limits;
    }

    @Override
    public ExchangeHandler open(HttpExchange exchange) {
        return new VendorExchange(exchange, routes, observer);
    }
}
