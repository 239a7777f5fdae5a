package agentsettings.acceptance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody holds a connection by being slow: what doesn't arrive in its time is closed, however the bytes drip. */
final class DeadlineTest {

    private static final String QUERY = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";
    private static final String HEAD = "POST " + QUERY + " HTTP/1.1\r\nX-APP-Key: demo-app\r\n";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void startWithShortDeadlines() throws IOException, InterruptedException {
        Path config = Files.writeString(
                folder.resolve("short.properties"), "http.request-timeout=PT1S\nhttp.idle-timeout=PT2S\n");
        server = ServerProcess.startDemo(folder.resolve("data"), "--config", config.toString());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aBodyThatStallsIsClosed() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send((HEAD + "Content-Length: 100\r\n\r\n{").getBytes(ISO_8859_1));
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void aBodyThatDripsIsClosed() throws IOException {
        assertDrippingIsClosed(HEAD + "Content-Length: 16000\r\n\r\n", " ");
    }

    @Test
    void aHeadThatDripsIsClosed() throws IOException {
        assertDrippingIsClosed(HEAD, "X-More: and more\r\n");
    }

    @Test
    void anIdleConnectionIsClosed() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void aBusyConnectionOutlivesEveryDeadline() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        byte[] request = RawHttp.request(
                "POST", QUERY, Map.of("X-APP-Key", "demo-app"), "{\"userId\":\"nobody\"}".getBytes(UTF_8));
        try (RawHttp http = RawHttp.connect(server.base())) {
            while (System.nanoTime() < end) {
                http.send(request);
                assertThat(http.read().text()).contains("\"returnCode\":\"5001\"");
            }
        }
    }

    /** Sends a drop now and then, whose gaps are shorter than any deadline, until the server has had enough. */
    private static void assertDrippingIsClosed(String start, String drop) throws IOException {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        try (RawHttp http = RawHttp.connect(server.base(), Duration.ofMillis(100))) {
            http.send(start.getBytes(ISO_8859_1));
            boolean closed = false;
            while (!closed && System.nanoTime() < end) {
                http.send(drop.getBytes(ISO_8859_1));
                closed = http.closedByPeer();
            }
            assertThat(closed).isTrue();
        } catch (SocketException closedWhileSending) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
