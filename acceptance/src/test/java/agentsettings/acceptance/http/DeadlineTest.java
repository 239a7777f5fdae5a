package agentsettings.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody holds a connection for longer than the configuration allows, nor more connections than it allows. */
class DeadlineTest {
    private static final int CONNECTIONS_MAX = 200;
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    /** Long enough for a slow machine, and shorter than the deadlines that hold without configuration. */
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(8);

    private static final long DRIP_MILLIS = 100;
    private static final Request QUERY = Request.query("nobody");
    private static final String HEAD = Request.call("query", "").head();
    private static final String CHUNKED_HEAD =
            Request.call("query", "").with("Transfer-Encoding: chunked").head();

    @TempDir
    static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path config = folder.resolve("short.properties");
        Files.writeString(config, String.format(Locale.ROOT, """
                http.request-timeout=%s
                http.idle-timeout=%s
                http.connections-max=%d
                """, ALLOWED, ALLOWED, CONNECTIONS_MAX));
        server = ServerProcess.startDemo(folder.resolve("data"), "--config", config.toString());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a head", "a body", "chunks", "an answered request"})
    void aConnectionThatStallsIsClosed(String after) throws IOException {
        long start = System.nanoTime();
        try (TextConnection connection = TextConnection.open(server.base())) {
            connection.send(beginning(after));
            if (after.equals("an answered request")) {
                assertThat(connection.read().text()).contains("\"5001\"");
            }
            assertThat(connection.closedByPeer()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ENDED_WITHIN);
        }
    }

    @Test
    void eachOfManyIdleConnectionsIsClosed() throws IOException {
        List<TextConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS_MAX - 20; i++) {
                connections.add(TextConnection.open(server.base()));
            }
            for (TextConnection connection : connections) {
                assertThat(connection.closedByPeer()).isTrue();
            }
        } finally {
            for (TextConnection connection : connections) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a head", "a body", "chunks"})
    void drippingBytesBuyNoTime(String of) throws Exception {
        long deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
        try (TextConnection connection = TextConnection.open(server.base())) {
            connection.send(beginning(of));
            assertThat(isClosedWhileDripping(connection, of, deadline)).isTrue();
        }
    }

    @Test
    void aConnectionInUseStaysOpen() throws IOException {
        long end = System.nanoTime() + ALLOWED.multipliedBy(3).toNanos();
        try (TextConnection connection = TextConnection.open(server.base())) {
            while (System.nanoTime() < end) {
                assertThat(connection.ask(QUERY).text()).contains("\"5001\"");
            }
        }
    }

    @Test
    void connectionsBeyondTheLimitAreClosedUntilOthersEnd() throws Exception {
        List<TextConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * CONNECTIONS_MAX; i++) {
                connections.add(TextConnection.open(server.base()));
            }
            assertThat(hasResponse()).isFalse();
        } finally {
            for (TextConnection connection : connections) {
                connection.close();
            }
        }
        long deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (!hasResponse()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(DRIP_MILLIS);
        }
    }

    private static boolean hasResponse() {
        try {
            return TextConnection.ask(server.base(), QUERY).text().contains("\"5001\"");
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isClosedWhileDripping(TextConnection connection, String of, long deadline)
            throws InterruptedException {
        try {
            while (System.nanoTime() < deadline) {
                connection.send(of.equals("chunks") ? "1\r\n \r\n" : " ");
                Thread.sleep(DRIP_MILLIS);
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** The beginning of a request, up to and into the part named, or the whole of it. */
    private static String beginning(String part) {
        return switch (part) {
            case "nothing" -> "";
            case "a head" -> HEAD.substring(0, HEAD.length() - 2) + "X: ";
            case "a body" -> QUERY.head();
            case "chunks" -> CHUNKED_HEAD + "1\r\n{\r\n";
            default -> QUERY.text();
        };
    }
}
