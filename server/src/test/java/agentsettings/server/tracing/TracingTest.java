package agentsettings.server.tracing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A collector receives a span of each request, in the trace that the request names, and of each batch. */
@Timeout(60)
final class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    @TempDir
    private Path folder;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("content-type")).isEqualTo("application/x-protobuf");
            received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stopCollecting() {
        collector.stop(0);
    }

    @Test
    void requestsAndBatchesBecomeSpans() throws Exception {
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        ConfigReader config = new ConfigReader()
                .option("--data", "storage.data", folder.resolve("data"))
                .option("--port", "http.port", 0)
                .option("--option", "tracing.endpoint", endpoint);
        try (AgentSettingsServer server = AgentSettingsServer.start(config.read(), true, InstantSource.system())) {
            assertThat(create(server.port())).contains("\"returnCode\":\"0\"");
        } // which sends what was not sent yet
        String spans = received.stream().collect(Collectors.joining());
        assertThat(spans)
                .contains("service.name", "agentsettings")
                .contains("vendor create", "http.request.id", "id-of-this-request", "agentsettings.return_code")
                .contains(bytes(TRACE), bytes(PARENT))
                .contains("write batch", "agentsettings.batch.size")
                .doesNotContain("demo-app", "demoUser");
    }

    private static String create(int port) throws IOException, InterruptedException {
        String path = "/apiaccess/CC-Management/v1/openapp/agentsettings/create";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-APP-Key", "demo-app")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "id-of-this-request")
                .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                .POST(BodyPublishers.ofString("{\"userId\":\"10gg000000demoUser01\"}", UTF_8))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }
}
