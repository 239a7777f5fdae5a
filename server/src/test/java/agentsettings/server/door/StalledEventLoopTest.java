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
import agentsettings.server.routes.VendorExchange;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An event loop that has stood still, or fallen behind, runs its periodic timers as often as they were due, at once. */
final class StalledEventLoopTest {

    private static final Duration STALL = Duration.ofMillis(1500);
    private static final Duration TIMEOUT = Duration.ofMillis(750);
    private static final Duration SERVICE = Duration.ofMillis(250);

    private final CountDownLatch stalled = new CountDownLatch(1);

    @Test
    void requestsThatComeAfterAStallHaveTheirWholeTime() throws Exception {
        try (HttpServers servers = DoorServers.start(1, Duration.ofSeconds(20))) {
            RouteTable routes = new RouteTable(List.of(
                    Route.post("/stall", "anyone", this::stall),
                    Route.post(
                            "/later",
                            "anyone",
                            exchange -> servers.vertx()
                                    .setTimer(SERVICE.toMillis(), timer -> respond(exchange, "served")))));
            int port = servers.listen(
                    new ListenerOptions(
                            "127.0.0.1",
                            0,
                            new ConnectionLimits(
                                    10, Duration.ofHours(1), Duration.ofHours(1), new AddressRateLimit(0))),
                    new VendorDoor(routes, TIMEOUT, finished -> {}));
            assertThat(responseAfterAStall(port)).contains("served");
        }
    }

    private String responseAfterAStall(int port) throws IOException, InterruptedException {
        try (RawClient first = new RawClient(port);
                RawClient second = new RawClient(port)) {
            assertThat(second.send(request("POST /later")).read()).contains("served");
            first.send(request("POST /stall"));
            stalled.await();
            return second.send(request("POST /later")).read();
        }
    }

    private void stall(VendorExchange exchange) {
        stalled.countDown();
        try {
            Thread.sleep(STALL);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        respond(exchange, "stalled");
    }

    private static void respond(VendorExchange exchange, String text) {
        exchange.refuse(new Refused(ReturnCode.SUCCESS, text));
    }
}
