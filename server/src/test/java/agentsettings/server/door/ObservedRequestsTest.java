package agentsettings.server.door;

import static agentsettings.server.door.RawClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.observation.RequestLog;
import agentsettings.server.observation.StructuredMessage;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.routes.VendorExchange;
import agentsettings.server.security.Refused;
import agentsettings.wire.FailureResponses;
import agentsettings.wire.ReturnCode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request has an id, and the log has a line of each that the service or its storage failed. */
final class ObservedRequestsTest {

    private static final Pattern ID = Pattern.compile("(?m)^x-request-id: (\\S+)");
    private static final Logger LOG = Logger.getLogger("agentsettings.requests");

    private final Records records = new Records();
    private HttpServers servers;
    private int port;

    /** Keeps what is logged. */
    private static final class Records extends Handler {

        private final LinkedBlockingQueue<LogRecord> all = new LinkedBlockingQueue<>();

        @Override
        public void publish(LogRecord entry) {
            all.add(entry);
        }

        LogRecord next() throws InterruptedException {
            return all.poll(20, TimeUnit.SECONDS);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOG.addHandler(records);
        LOG.setUseParentHandlers(false);
        servers = DoorServers.start(1, Duration.ofSeconds(20));
        port = listen(new RequestLog(false, Optional.empty()));
    }

    private int listen(RequestLog log) {
        RouteTable routes = new RouteTable(List.of(
                Route.post(
                        "/x/served", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "served"))),
                Route.post("/x/broken", "anyone", exchange -> {
                    throw new IllegalStateException("a bug");
                }),
                Route.post("/x/unavailable", "anyone", exchange -> respondWhen(exchange, unavailable())),
                Route.post("/x/unknown", "anyone", exchange -> respondWhen(exchange, unknown())),
                Route.post("/x/waiting", "anyone", exchange -> respondWhen(exchange, new CompletableFuture<>())),
                Route.post("/x/executing", "anyone", exchange -> respondWhen(exchange, new Executing()))));
        ConnectionLimits limits =
                new ConnectionLimits(10, Duration.ofMinutes(1), Duration.ofMinutes(1), new AddressRateLimit(0));
        return servers.listen(
                new ListenerOptions("127.0.0.1", 0, limits), new VendorDoor(routes, Duration.ofMillis(250), log));
    }

    private static void respondWhen(VendorExchange exchange, CompletableFuture<Void> outcome) {
        exchange.respondWhen(outcome, nothing -> FailureResponses.of(ReturnCode.SUCCESS, ""));
    }

    private static CompletableFuture<Void> unavailable() {
        SQLException cause = new SQLException("disk I/O error");
        return CompletableFuture.failedFuture(new StoreUnavailable("SQLite failed to write", cause));
    }

    private static CompletableFuture<Void> unknown() {
        return CompletableFuture.failedFuture(new OutcomeUnknown("The connection was lost", null));
    }

    /** The outcome of a command that is being executed. */
    private static final class Executing extends CompletableFuture<Void> {
        @Override
        public boolean cancel(boolean mayInterrupt) {
            return false;
        }
    }

    @AfterEach
    void close() {
        servers.close();
        LOG.setUseParentHandlers(true);
        LOG.removeHandler(records);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "c0ffee-42_B.c:d/e+f=", "1234567890123456789012345678901234567890123456789012345678901234"})
    void aPlainAndShortIdIsAnsweredAsItWasSent(String id) throws IOException {
        assertThat(idOf(request("POST /x/served", "X-Request-Id: " + id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\"b",
                "a{b",
                "a,b",
                "\u00e4",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anyOtherIdIsReplacedByARandomOne(String id) throws IOException {
        assertThat(idOf(request("POST /x/served", "X-Request-Id: " + id))).matches("[0-9a-f]{16}");
    }

    @Test
    void requestsWithoutAnIdGetDifferentOnesWhateverBecomesOfThem() throws IOException {
        String served = idOf(request("POST /x/served"));
        String unknownPath = idOf(request("POST /nothing"));
        String malformed = idOf("POST / HTTP/1.1\r\nHost\r\n\r\n");
        assertThat(List.of(served, unknownPath, malformed))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable, 9002, SQLite failed to write: disk I/O error",
        "unknown, 9003, The connection was lost",
        "waiting, 9002, it waited for the storage until its time was over",
        "executing, 9003, it was still being executed when its time was over"
    })
    void aFailureOfTheStorageIsLoggedWithItsCause(String path, String code, String cause) throws Exception {
        String response = response(request("POST /x/" + path, "X-Request-Id: id-1"));
        assertThat(response).contains(" 503 ", "\"" + code + "\"");
        LogRecord entry = records.next();
        assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
        assertThat(entry.getThrown()).isNull();
        assertThat(line(entry))
                .startsWith("The storage failed a request (" + cause + "): 127.0.0.1 vendor - POST /x/" + path)
                .contains(" 503 " + code + " ")
                .endsWith(" ms id-1");
        assertThat(records.all).isEmpty();
    }

    @Test
    void aFaultOfTheServiceIsLoggedWithItsStackTrace() throws Exception {
        assertThat(response(request("POST /x/broken", "X-Request-Id: id-2"))).contains("\"9000\"");
        LogRecord entry = records.next();
        assertThat(entry.getLevel()).isEqualTo(Level.SEVERE);
        assertThat(entry.getThrown()).hasMessage("a bug");
        assertThat(line(entry)).startsWith("A request failed: 127.0.0.1 vendor - POST /x/broken 503 9000 ");
    }

    @Test
    void othersAreLoggedOnlyWhenAskedFor() throws Exception {
        assertThat(response(request("POST /x/served"))).contains("\"0\"");
        port = listen(new RequestLog(true, Optional.of(Duration.ofMinutes(1))));
        assertThat(response(request("POST /x/served", "X-Request-Id: id-3"))).contains("\"0\"");
        LogRecord entry = records.next();
        assertThat(((StructuredMessage) entry.getParameters()[0]).fields())
                .containsEntry("http.request.id", "id-3")
                .containsEntry("http.request.method", "POST")
                .containsEntry("url.path", "/x/served")
                .containsEntry("http.response.status_code", 200)
                .containsEntry("client.address", "127.0.0.1")
                .containsEntry("agentsettings.interface", "vendor")
                .containsEntry("agentsettings.operation", "served")
                .containsEntry("agentsettings.return_code", "0")
                .doesNotContainKey("agentsettings.caller")
                .containsKey("event.duration");
        assertThat(records.all).isEmpty();
    }

    @Test
    void aPathThatIsEmptyLeavesNoGapInTheLine() throws Exception {
        port = listen(new RequestLog(true, Optional.empty()));
        assertThat(response(request("POST ?"))).contains(" 404 ");
        assertThat(line(records.next())).startsWith("127.0.0.1 vendor - POST - 404 ");
    }

    @Test
    void aSlowRequestIsLogged() throws Exception {
        port = listen(new RequestLog(false, Optional.of(Duration.ofMillis(100))));
        assertThat(response(request("POST /x/waiting", "X-Request-Id: id-4"))).contains("\"9002\"");
        assertThat(line(records.next())).startsWith("The storage failed a request");
        assertThat(line(records.next())).startsWith("A request was slow: 127.0.0.1 vendor - POST /x/waiting 503 9002 ");
    }

    private static String line(LogRecord entry) {
        assertThat(entry.getMessage()).isEqualTo("{0}");
        return entry.getParameters()[0].toString();
    }

    private String idOf(String request) throws IOException {
        Matcher id = ID.matcher(response(request));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private String response(String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.send(request).read();
        }
    }
}
