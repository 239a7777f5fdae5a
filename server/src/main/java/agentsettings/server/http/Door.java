package agentsettings.server.http;

import agentsettings.server.http.limits.ExchangeLimits;

/**
 * What a listener serves: routes, limits, authentication and a form for failures. The listener takes care of connections, deadlines and
 * valid HTTP, and knows nothing else of a door. Called on every event loop.
 */
public interface Door {

    /** The limits of an exchange, chosen by its head. */
    ExchangeLimits limits(HttpExchange exchange);

    /**
     * Returns the door's side of a new exchange. Does not begin to serve it: its head may be malformed.
     */
    ExchangeHandler open(HttpExchange exchange);
}
