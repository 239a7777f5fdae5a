package agentsettings.server.routes;

import agentsettings.server.http.Door;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.limits.ExchangeLimits;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.server.recording.RequestRecorder;
import agentsettings.wire.Response;
import java.time.Duration;

/** The vendor's interface, or a part of it, on a port: an exact map of paths, served on the event loop. Safe for use by many threads. */
public final class VendorDoor implements Door {

    private static final int BODY_MAX = 16 * 1024;

    private final RouteTable routes;
    private final ExchangeLimits limits;
    private final ExchangeObserver observer;
    private final RequestRecorder recorder;

    /**
     * Serves the routes, and keeps no request.
     *
     * @param requestTimeout the maximum time for a request to arrive and be responded to
     * @param observer is told of each response
     */
    public VendorDoor(RouteTable routes, Duration requestTimeout, ExchangeObserver observer) {
        this(routes, requestTimeout, observer, RequestRecorder.neverLookedAt());
    }

    /**
     * Serves the routes.
     *
     * @param requestTimeout the maximum time for a request to arrive and be responded to
     * @param observer is told of each response
     * @param recorder keeps requests while somebody looks at them
     */
    public VendorDoor(RouteTable routes, Duration requestTimeout, ExchangeObserver observer, RequestRecorder recorder) {
        this.routes = routes;
        this.recorder = recorder;
        this.limits = new ExchangeLimits(BODY_MAX, requestTimeout, false);
        this.observer = observer;
    }

    @Override
    public ExchangeLimits limits(HttpExchange exchange) {
        return limits;
    }

    @Override
    public ExchangeHandler open(HttpExchange exchange) {
        return new VendorExchange(exchange, this);
    }

    void serve(VendorExchange exchange) {
        routes.handle(exchange);
    }

    /** Tells those who observe the exchange that it has its response. */
    void finished(FinishedExchange finished, HttpExchange exchange, Response response) {
        observer.finished(finished);
        if (recorder.isOn()) {
            recorder.record(finished, exchange.body(), response.body());
        }
    }
}
