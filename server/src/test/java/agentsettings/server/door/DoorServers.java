package agentsettings.server.door;

import agentsettings.server.http.HttpServers;
import agentsettings.server.http.transport.Transports;
import java.time.Duration;

/** Servers with the transport that {@code -Dhttp.transport} names, otherwise by NIO. */
final class DoorServers {

    private DoorServers() {}

    static HttpServers start(int eventLoops, Duration drainTimeout) {
        return new HttpServers(Transports.of(System.getProperty("http.transport", "nio")), eventLoops, drainTimeout);
    }
}
