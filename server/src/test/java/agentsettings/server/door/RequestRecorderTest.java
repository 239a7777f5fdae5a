package agentsettings.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.recording.RecordedRequest;
import agentsettings.server.recording.RequestRecorder;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests are kept only while somebody looks, and only so many. One event loop serves them, each after the one before is recorded. */
final class RequestRecorderTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong nanos = new AtomicLong();
    private final RequestRecorder recorder = new RequestRecorder(() -> Instant.EPOCH, nanos::get);
    private HttpServers servers;
    private int port;

    @BeforeEach
    void listen() {
        servers = DoorServers.start(1, Duration.ofSeconds(20));
        RouteTable routes = new RouteTable(List.of(Route.post(
                "/x/served", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "served")))));
        ConnectionLimits limits =
                new ConnectionLimits(10, Duration.ofMinutes(1), Duration.ofMinutes(1), new AddressRateLimit(0));
        port = servers.listen(
                new ListenerOptions("127.0.0.1", 0, limits),
                new VendorDoor(routes, Duration.ofSeconds(20), finished -> {}, recorder));
    }

    @AfterEach
    void close() {
        servers.close();
        http.close();
    }

    private void send(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(BodyPublishers.ofString(body))
                .header("Cookie", "a cookie")
                .build();
        http.send(request, BodyHandlers.discarding());
    }

    /** The bodies of the requests that are kept, except of the last, which may not be there yet. */
    private List<String> kept() throws Exception {
        send("/x/served", "end");
        return recorder.look().stream()
                .map(request -> String.valueOf(request.sent().body()))
                .filter(body -> !body.equals("end"))
                .toList();
    }

    @Test
    void nothingIsKeptBeforeSomebodyLooksNorAfterTheyHaveGone() throws Exception {
        send("/x/served", "before");
        assertThat(kept()).isEmpty();

        send("/x/served", "{\"userId\": \"first\"}");
        send("/x/served", "second");
        assertThat(kept()).containsExactly("second", "{\"userId\": \"first\"}");

        nanos.addAndGet(RequestRecorder.LOOK_LIFE.toNanos() + 1);
        assertThat(recorder.isOn()).isTrue();
        send("/x/served", "third");
        send("/x/served", "fourth");
        assertThat(recorder.isOn()).isFalse();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aRequestIsKeptWithItsResponseAndWithoutWhatMayBeSecret() throws Exception {
        recorder.look();
        send("/x/served?app_secret=s", "{\"password\": \"s\"}");
        send("/unknown", "body");
        kept();

        RecordedRequest unknown = recorder.look().get(1);
        assertThat(unknown.sent().path()).isEqualTo("/unknown");
        assertThat(unknown.sent().body()).isNull();
        assertThat(unknown.returned().status()).isEqualTo(404);
        RecordedRequest served = recorder.look().get(2);
        assertThat(served.sent().path()).isEqualTo("/x/served");
        assertThat(served.sent().body()).isNull();
        assertThat(served.sent().headers()).contains(new RecordedRequest.Header("Cookie", "***"));
        assertThat(served.returned().body()).contains("served");
    }

    @Test
    void onlyTheLastAreKeptAndOnlySomeOfASecond() throws Exception {
        recorder.look();
        for (int i = 0; i < 150; i++) {
            if (i % 50 == 0) {
                nanos.addAndGet(SECOND);
            }
            send("/x/served", "request " + i);
        }
        send("/x/served", "too much for this second");
        nanos.addAndGet(SECOND);

        assertThat(kept())
                .hasSizeBetween(99, 100)
                .contains("request 149")
                .doesNotContain("request 49", "too much for this second");
    }

    @Test
    void largeOnesAreKeptWithinALimit() throws Exception {
        recorder.look();
        for (int i = 0; i < 60; i++) {
            nanos.addAndGet(SECOND);
            send("/x/served", i + "x".repeat(16_000));
        }

        assertThat(kept()).hasSizeBetween(25, 31).first().asString().startsWith("59x");
    }
}
