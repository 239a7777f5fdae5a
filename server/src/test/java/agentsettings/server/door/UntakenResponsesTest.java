package agentsettings.server.door;

import static agentsettings.server.door.RawClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that takes no responses does not keep its connection. */
final class UntakenResponsesTest {

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration HANGING = Duration.ofSeconds(20);
    private static final String LONG = "served ".repeat(1000);

    @Test
    void aConnectionWhoseResponsesAreNotTakenIsClosed() throws IOException, InterruptedException {
        try (HttpServers servers = new HttpServers(1, HANGING)) {
            RouteTable routes = new RouteTable(List.of(
                    Route.post("/", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, LONG)))));
            int port = servers.listen(
                    new ListenerOptions(
                            "127.0.0.1",
                            0,
                            new ConnectionLimits(10, IDLE, Duration.ofHours(1), new AddressRateLimit(0))),
                    new VendorDoor(routes, Duration.ofHours(1), finished -> {}));
            try (RawClient client = new RawClient(port)) {
                Thread sending = Thread.ofVirtual().start(() -> sendUntilClosed(client));

                assertThat(sending.join(HANGING))
                        .as("whether the server has closed the connection")
                        .isTrue();
            }
        }
    }

    /** Blocks while the server reads no more. */
    private static void sendUntilClosed(RawClient client) {
        try {
            while (true) {
                client.send(request("POST /"));
            }
        } catch (IOException closed) {
            // as the test wants it
        }
    }
}
