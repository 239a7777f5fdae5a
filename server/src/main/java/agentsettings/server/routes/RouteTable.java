package agentsettings.server.routes;

import agentsettings.core.store.Store;
import agentsettings.server.numbers.NumberWarningLog;
import agentsettings.server.security.Authenticator;
import agentsettings.wire.FailureResponses;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every path that is served, matched exactly. Immutable. */
public final class RouteTable {

    private final Map<String, Map<HttpMethod, Route>> byPath = new LinkedHashMap<>();

    /**
     * All paths of the vendor's interface.
     *
     * @param certified whether the certificate of a client must name its app
     */
    public static RouteTable of(
            Authenticator authenticator, Store store, NumberWarningLog numberWarnings, boolean certified) {
        return new RouteTable(Stream.of(
                        new SettingsRoutes(authenticator, store, numberWarnings, certified).routes(),
                        new TokenRoutes(authenticator, certified).routes(),
                        new UserRoutes(authenticator, store, certified).routes())
                .flatMap(List::stream)
                .toList());
    }

    public RouteTable(List<Route> routes) {
        for (Route route : routes) {
            Map<HttpMethod, Route> methods = byPath.computeIfAbsent(route.path(), path -> new LinkedHashMap<>());
            if (methods.putIfAbsent(route.method(), route) != null) {
                throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
            }
        }
    }

    /** Hands the exchange to its route, or refuses it: 404 for the path, 405 for the method. */
    void handle(VendorExchange exchange) {
        Map<HttpMethod, Route> methods = byPath.get(exchange.head().path());
        if (methods == null) {
            throw new RequestException(ReturnCode.UNKNOWN_PATH, "Unknown path.");
        }
        Route route = methods.get(exchange.head().method());
        if (route == null) {
            String allowed = methods.keySet().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
            var _ = exchange.respond(
                    FailureResponses.of(ReturnCode.METHOD, "Only " + allowed + " is supported."),
                    Map.of("allow", allowed),
                    null);
            return;
        }
        exchange.routed(route);
        route.handler().handle(exchange);
    }

    /** The table as text, a line for each route. */
    @Override
    public String toString() {
        return byPath.values().stream()
                .flatMap(methods -> methods.values().stream())
                .map(route -> route.method() + " " + route.path() + "  " + route.credentials())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
