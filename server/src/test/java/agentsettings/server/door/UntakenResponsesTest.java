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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that takes no responses does not keep its connection; one that is slow gets them whole. */
final class UntakenResponsesTest {

    private static final Duration HANGING = Duration.ofSeconds(20);

    /** More than the system keeps for a client. */
    private static final int LARGE = 16 * 1024 * 1024;

    private static final int SMALL = 8 * 1024;

    private static final Duration TIME_TAKEN = Duration.ofSeconds(3);

    private HttpServers servers;

    @BeforeEach
    void start() {
        servers = DoorServers.start(1, HANGING);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    /** The port of a service whose responses have this length at least. */
    private int listen(int length, Duration idle) {
        RouteTable routes = new RouteTable(List.of(Route.post(
                "/", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "x".repeat(length))))));
        return servers.listen(
                new ListenerOptions(
                        "127.0.0.1", 0, new ConnectionLimits(10, idle, Duration.ofHours(1), new AddressRateLimit(0))),
                new VendorDoor(routes, Duration.ofHours(1), finished -> {}));
    }

    @Test
    void aConnectionWhoseResponsesAreNotTakenIsClosed() throws IOException, InterruptedException {
        try (RawClient client = new RawClient(listen(SMALL, Duration.ofMillis(500)))) {
            Thread sending = Thread.ofVirtual().start(() -> sendUntilClosed(client));

            assertThat(sending.join(HANGING))
                    .as("whether the server has closed the connection")
                    .isTrue();
        }
    }

    @Test
    void aClientThatTakesItsTimeGetsAllOfTheLastResponse() throws IOException, InterruptedException {
        try (RawClient client = new RawClient(listen(LARGE, HANGING))) {
            client.send(request("POST /")).closeOutput();
            Thread.sleep(TIME_TAKEN);

            assertThat(client.read()).hasSizeGreaterThan(LARGE);
            assertThat(client.readToEnd()).isEmpty();
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
