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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A head that has begun must be complete soon, even if connections may be idle for longer than a test lasts. */
final class HeadTimeoutTest {

    private static final Duration HEAD = Duration.ofMillis(500);
    private static final long DRIP_MILLIS = 50;

    private HttpServers servers;
    private int port;

    @BeforeEach
    void listen() {
        servers = DoorServers.start(1, Duration.ofSeconds(20));
        RouteTable routes = new RouteTable(List.of(
                Route.post("/", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "served")))));
        port = servers.listen(
                new ListenerOptions(
                        "127.0.0.1", 0, new ConnectionLimits(10, Duration.ofHours(1), HEAD, new AddressRateLimit(0))),
                new VendorDoor(routes, Duration.ofHours(1), finished -> {}));
    }

    @AfterEach
    void close() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "POST / HTTP/1.1\r\n", "POST / HTTP/1.1\r\nHost: localhost\r\nX: "})
    void aHeadThatStallsEndsItsConnection(String beginning) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(request("POST /"));
            assertThat(client.read()).contains("served");
            assertThat(client.send(beginning).readToEnd()).isEmpty();
        }
    }

    @Test
    void aHeadThatStallsBehindAWholeRequestEndsItsConnection() throws IOException {
        try (RawClient client = new RawClient(port)) {
            assertThat(client.send(request("POST /") + "POST /").readToEnd()).contains("served");
        }
    }

    @Test
    void aHeadThatDripsEndsItsConnection() throws Exception {
        try (RawClient client = new RawClient(port)) {
            Thread drip = Thread.ofVirtual().start(() -> drip(client));
            assertThat(client.readToEnd()).isEmpty();
            drip.join();
        }
    }

    /** Line ends before a request are ignored, so they begin none. */
    @Test
    void lineEndsBetweenRequestsBeginNoHead() throws IOException {
        long end = System.nanoTime() + HEAD.multipliedBy(3).toNanos();
        try (RawClient client = new RawClient(port);
                RawClient other = new RawClient(port)) {
            client.send(request("POST /") + "\r\n");
            assertThat(client.read()).contains("served");
            while (System.nanoTime() < end) {
                assertThat(other.send(request("POST /")).read()).contains("served");
            }
            assertThat(client.send(request("POST /")).read()).contains("served");
        }
    }

    /** Until the connection is closed. */
    private static void drip(RawClient client) {
        try {
            client.send("POST / HTTP/1.1\r\nX: ");
            while (true) {
                client.send("x");
                Thread.sleep(DRIP_MILLIS);
            }
        } catch (IOException | InterruptedException closed) {
            // which the other side of the test reads
        }
    }
}
