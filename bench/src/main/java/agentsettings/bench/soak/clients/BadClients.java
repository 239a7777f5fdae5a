package agentsettings.bench.soak.clients;

import static agentsettings.bench.soak.clients.Requests.request;
import static agentsettings.bench.soak.clients.Requests.vendor;

import agentsettings.bench.load.KeepAliveConnection;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Clients whose requests are wrong, in turn, each with the response that it must have. Runs on a thread of its own until it is closed. */
public final class BadClients implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final String QUERY = "POST /apiaccess/CC-Management/v1/openapp/agentsettings/query";
    private static final String APP = "X-APP-Key: demo-app\r\n";

    private final List<Bad> all;
    private final ResponseCounts counts;
    private final Thread thread = Thread.ofVirtual().name("bad clients").unstarted(this::run);
    private volatile boolean closed;

    /** A wrong request, where it goes, and what its response must be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bad(String name, URI server, byte[] bytes, String outcome) {

        /** Codes of the vendor's interface are numbers. */
        boolean isManagement() {
            return !Character.isDigit(outcome.charAt(outcome.length() - 1));
        }

        Bad to(URI address) {
            return new Bad(name, address, bytes, outcome);
        }
    }

    /** Prepares the requests. */
    public BadClients(Server server, ResponseCounts counts) {
        this.counts = counts;
        this.all = Stream.of(bodies(), heads())
                .flatMap(List::stream)
                .map(bad -> bad.to(bad.isManagement() ? server.management() : server.uri()))
                .toList();
    }

    private static List<Bad> bodies() {
        return List.of(
                bad("no JSON", vendor("query", "{"), "400 1001"),
                bad("no object", vendor("query", "[]"), "400 1002"),
                bad("wrong type", vendor("query", "{\"userId\":1}"), "400 1003"),
                bad("missing user", vendor("query", "{}"), "400 1004"),
                bad("wrong value", vendor("create", "{\"userId\":\"a\",\"callType\":\"9\"}"), "400 1005"),
                bad("same key twice", vendor("query", "{\"userId\":\"a\",\"userId\":\"b\"}"), "400 1006"),
                bad("too large", vendor("query", " ".repeat(20_000) + "{}"), "413 1007"),
                bad("no such user", vendor("query", "{\"userId\":\"nobody\"}"), "500 5001"),
                bad("wrong secret", Requests.token("wrong"), "401 2003"));
    }

    private static List<Bad> heads() {
        return List.of(
                bad("no JSON type", request(QUERY, APP + "Content-Type: text/plain\r\n", "{}"), "415 1008"),
                bad("wrong method", request(QUERY.replace("POST", "GET"), APP, ""), "405 1009"),
                bad("no path", request("POST /nothing", APP, ""), "404 4001"),
                bad("no credentials", request(QUERY, "", "{}"), "401 2001"),
                bad("no such app", request(QUERY, "X-APP-Key: none\r\n", "{}"), "401 2003"),
                bad("no token", request(QUERY, APP + "Authorization: Bearer x.y.z\r\n", "{}"), "401 2002"),
                bad("other tenant", request(QUERY, APP + "X-TenantSpaceID: 1\r\n", "{}"), "401 2004"),
                bad("no HTTP", "BLAH\r\n\r\n".getBytes(StandardCharsets.US_ASCII), "400 1005"),
                bad("no key", request("GET /api/v1/tenants", "", ""), "401 not-authenticated"),
                bad("no such record", Requests.management("/users/nobody"), "404 not-found"),
                bad("no limit", Requests.management("/users?limit=x"), "400 invalid-request"));
    }

    private static Bad bad(String name, byte[] bytes, String outcome) {
        return new Bad(name, null, bytes, outcome);
    }

    /** Begins to send. */
    public BadClients start() {
        thread.start();
        return this;
    }

    private void run() {
        for (int i = 0; !closed; i = (i + 1) % all.size()) {
            Bad bad = all.get(i);
            try (KeepAliveConnection connection = new KeepAliveConnection(bad.server)) {
                int status = connection.exchange(bad.bytes);
                String outcome = ResponseCounts.outcome(status, connection.body());
                counts.count("bad: " + bad.name, outcome, connection.body(), List.of(bad.outcome));
            } catch (IOException e) {
                counts.fault("bad: " + bad.name, e.toString());
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
