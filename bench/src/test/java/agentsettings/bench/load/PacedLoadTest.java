package agentsettings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Server;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A constant rate against a real HTTP server over one connection. A latency counted from sending would show the stall once only. */
class PacedLoadTest {

    private static final int RATE = 200;
    private static final long STALL_NANOS = 400_000_000;

    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void eachUserIsCreatedOnceAndAStallDelaysAllRequestsDueDuringIt() throws Exception {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newSingleThreadExecutor());
        http.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (requests.incrementAndGet() == RATE / 2) {
                LockSupport.parkNanos(STALL_NANOS);
            }
            byte[] response = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
        });
        http.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
            Process process = new ProcessBuilder("sleep", "60").start();
            UserRange users = UserRange.inOrder(7, 1000);
            Figures figures = PacedLoad.create(new Server(uri, process, null, null), users, RATE, 1, 1);
            process.destroy();

            assertThat(figures.count()).isEqualTo(RATE);
            assertThat(figures.failures()).isZero();
            assertThat(bodies).hasSize(RATE);
            assertThat(users.taken()).isEqualTo(RATE);
            assertThat(figures.p99()).isGreaterThan(300);
        } finally {
            http.stop(0);
        }
    }
}
