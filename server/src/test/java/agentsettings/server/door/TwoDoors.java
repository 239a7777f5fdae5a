package agentsettings.server.door;

import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.time.Duration;
import java.util.List;

/** The vendor's door and another, side by side on the same event loops. */
final class TwoDoors implements AutoCloseable {

    static final int CONNECTIONS_MAX = 10;

    final ThingsHandlers handlers = new ThingsHandlers();
    final int vendorPort;
    final int thingsPort;
    private final HttpServers servers = DoorServers.start(2, Duration.ofSeconds(20));

    TwoDoors() {
        RouteTable routes = new RouteTable(List.of(Route.post(
                "/vendor",
                "anyone",
                exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, exchange.body().length + "")))));
        VendorDoor vendor = new VendorDoor(routes, Duration.ofSeconds(5), finished -> {});
        vendorPort = servers.listen(new ListenerOptions("127.0.0.1", 0, connections()), vendor);
        thingsPort = servers.listen(
                new ListenerOptions("127.0.0.1", 0, connections()), new ThingsDoor(servers.vertx(), handlers));
    }

    private static ConnectionLimits connections() {
        return new ConnectionLimits(
                CONNECTIONS_MAX, Duration.ofSeconds(4), Duration.ofSeconds(4), new AddressRateLimit(0));
    }

    @Override
    public void close() {
        servers.close();
    }
}
