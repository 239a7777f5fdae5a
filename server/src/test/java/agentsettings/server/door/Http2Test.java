package agentsettings.server.door;

import static agentsettings.server.door.Http2Client.DATA;
import static agentsettings.server.door.Http2Client.GOAWAY;
import static agentsettings.server.door.Http2Client.HEADERS;
import static agentsettings.server.door.Http2Client.PING;
import static agentsettings.server.door.Http2Client.PRIORITY;
import static agentsettings.server.door.Http2Client.RST_STREAM;
import static agentsettings.server.door.Http2Client.SETTINGS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.http.tls.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 is held to the limits of HTTP/1.1: each request by itself where it can be, otherwise the connection. */
final class Http2Test {

    private static final int NO_ERROR = 0;
    private static final int REFUSED_STREAM = 7;
    private static final int CANCEL = 8;
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int BODY_MAX = 16 * 1024;
    private static final int FLOOD = 1200;
    private static final int MANY = 100;
    private static final int AT_ONCE = 4;
    private static final Duration HANGING = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static TlsDoor door;
    private static TlsDoor impatient;
    private static SSLContext trusting;

    @BeforeAll
    static void listen() throws Exception {
        TestCertificate certificate = TestCertificate.selfSigned("server");
        door = new TlsDoor(certificate, folder, TlsDoor.LONG);
        impatient = new TlsDoor(certificate, folder, TlsDoor.SHORT);
        trusting = TlsDoor.trusting(certificate.certificate());
    }

    @AfterAll
    static void close() {
        door.close();
        impatient.close();
    }

    /** Where stalling ends soon. */
    private static Http2Client connectToImpatient() throws IOException {
        return new Http2Client(trusting, impatient.port);
    }

    private static Http2Client connect() throws IOException {
        return new Http2Client(trusting, door.port);
    }

    @Test
    void manyRequestsShareAConnection() {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + door.port + "/"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .header("content-type", "application/json")
                    .build();
            assertThat(client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                            .join()
                            .version())
                    .isEqualTo(HttpClient.Version.HTTP_2);
            for (int round = 0; round < MANY; round++) {
                List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                        .toList();
                assertThat(responses).allSatisfy(response -> {
                    assertThat(response.join().body()).contains("served");
                    assertThat(response.join().headers().map()).doesNotContainKey("connection");
                });
            }
        }
    }

    @Test
    void aClientThatNeverBeginsIsClosed() throws IOException {
        try (Http2Client client = connectToImpatient()) {
            assertThat(client.protocol()).isEqualTo("h2");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void pingsKeepNoIdleConnectionOpen() throws Exception {
        try (Http2Client client = connectToImpatient().begin()) {
            client.ask(1);
            boolean ended = false;
            while (!ended) {
                try {
                    client.send(PING, 0, 0, new byte[8]);
                    Thread.sleep(50);
                } catch (IOException closed) {
                    ended = true;
                }
            }
        }
    }

    @Test
    void aBodyThatStallsEndsItsRequestAlone() throws IOException {
        try (Http2Client client = connectToImpatient().begin()) {
            client.post(1, "/", "content-type", "application/json").send(DATA, 0, 1, (byte) '{');
            Http2Client.Frame reset = client.await(RST_STREAM);
            assertThat(reset.stream()).isEqualTo(1);
            assertThat(reset.errorCode()).isEqualTo(CANCEL);
            assertServed(client, 3);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItsEnd() throws IOException {
        try (Http2Client client = connect().begin()) {
            client.post(1, "/", "content-type", "application/json");
            client.send(DATA, 0, 1, new byte[BODY_MAX]).send(DATA, 0, 1, (byte) ' ');
            assertThat(client.await(DATA).text()).contains("The body exceeds the limit of 16384 bytes.");
            assertThat(client.await(RST_STREAM).errorCode()).isEqualTo(NO_ERROR);
            assertServed(client, 3);
        }
    }

    @Test
    void aBodyThatIsAnnouncedAsTooLargeIsNotReceived() throws IOException {
        try (Http2Client client = connect().begin()) {
            client.post(1, "/", "content-type", "application/json", "content-length", "16385");
            assertThat(client.await(DATA).text()).contains("The body exceeds the limit of 16384 bytes.");
            assertServed(client, 3);
        }
    }

    @Test
    void headersThatAreTooLongAreRefused() throws IOException {
        try (Http2Client client = connect().begin()) {
            client.post(1, "/", "x", "x".repeat(8300));
            assertThat(client.await(HEADERS).payload()).containsSubsequence("431".getBytes(US_ASCII));
            assertServed(client, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"long path", "path", "type"})
    void headsAreCheckedAsThoseOfHttp1(String fault) throws IOException {
        try (Http2Client client = connect().begin()) {
            switch (fault) {
                case "long path" -> client.post(1, "/" + "x".repeat(4096));
                case "path" -> client.post(1, "/a b");
                case "type" -> client.post(1, "/", "content-type", "application/json", "content-type", "text/plain");
                default -> throw new IllegalArgumentException(fault);
            }
            assertThat(client.await(DATA).text())
                    .containsAnyOf("The request line exceeds", "must be sent only once", ":path: must be printable");
            assertServed(client, 3);
        }
    }

    @Test
    void controlCharactersInAHeaderResetItsRequest() throws IOException {
        try (Http2Client client = connect().begin()) {
            client.post(1, "/", "x", "a\rb");
            assertThat(client.await(RST_STREAM).stream()).isEqualTo(1);
            assertServed(client, 3);
        }
    }

    @Test
    void stoppingFinishesTheRequestsUnderWay(@TempDir Path other) throws Exception {
        TestCertificate certificate = TestCertificate.selfSigned("stopping");
        TlsDoor stopping = new TlsDoor(certificate, other, TlsDoor.LONG);
        try (Http2Client client = new Http2Client(TlsDoor.trusting(certificate.certificate()), stopping.port).begin()) {
            client.post(1, "/", "content-type", "application/json");
            assertServed(client, 3); // so the first has arrived too
            Thread stop = Thread.ofVirtual().start(stopping::close);
            assertThat(client.await(GOAWAY).errorCode()).isEqualTo(NO_ERROR);
            client.send(DATA, Http2Client.END_STREAM, 1, (byte) '{', (byte) '}');
            assertThat(client.await(DATA).text()).contains("served 2");
            assertThat(client.isEnded()).isTrue();
            stop.join();
        }
    }

    @Test
    void requestsBesideOthersCountAsConnections() throws Exception {
        try (Http2Client client = connect().begin()) {
            for (int i = 0; i <= TlsDoor.CONNECTIONS_MAX; i++) {
                client.post(2 * i + 1, "/", "content-type", "application/json");
            }
            Http2Client.Frame refused = client.await(RST_STREAM);
            assertThat(refused.errorCode()).isEqualTo(REFUSED_STREAM);
            assertThat(refused.stream()).isEqualTo(2 * TlsDoor.CONNECTIONS_MAX + 1);
        }
        assertServedAgain();
    }

    @Test
    void aClientThatReadsNoResponseLosesIt() throws IOException {
        byte[] windowOfNothing = {0, 4, 0, 0, 0, 0};
        try (Http2Client client = connectToImpatient().begin(windowOfNothing)) {
            client.ask(1);
            client.await(HEADERS);
            assertThat(client.await(RST_STREAM).stream()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, SETTINGS, PRIORITY, 0x99})
    void floodsOfFramesEndTheConnection(int type) throws IOException {
        try (Http2Client client = connect().begin()) {
            try {
                for (int i = 0; i < FLOOD; i++) {
                    switch (type) {
                        case PING -> client.send(PING, 0, 0, new byte[8]);
                        case PRIORITY -> client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 1});
                        default -> client.send(type, 0, 0);
                    }
                }
            } catch (IOException ended) {
                assertThat(ended).isNotNull(); // while it was still sending
            }
            assertThat(errorOf(client)).isIn(ENHANCE_YOUR_CALM, -1);
        }
    }

    @Test
    void rapidResetsEndTheConnection() throws Exception {
        try (Http2Client client = connect().begin()) {
            try {
                for (int i = 0; i < FLOOD; i++) {
                    client.ask(2 * i + 1).send(RST_STREAM, 0, 2 * i + 1, new byte[] {0, 0, 0, CANCEL});
                }
            } catch (IOException ended) {
                assertThat(ended).isNotNull();
            }
            assertThat(errorOf(client)).isIn(ENHANCE_YOUR_CALM, -1);
        }
        assertServedAgain();
    }

    /** The code with which the server ends the connection, -1 if the client's sending has cut it off. */
    private static int errorOf(Http2Client client) {
        try {
            return client.await(GOAWAY).errorCode();
        } catch (IOException cutOff) {
            return -1;
        }
    }

    private static void assertServed(Http2Client client, int stream) throws IOException {
        client.ask(stream);
        Http2Client.Frame data = client.await(DATA);
        assertThat(data.stream()).isEqualTo(stream);
        assertThat(data.text()).contains("served");
    }

    /** Waits until the server has noticed that the client is gone. */
    private static void assertServedAgain() throws InterruptedException {
        long deadline = System.nanoTime() + HANGING.toNanos();
        while (!isServed()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static boolean isServed() {
        try (Http2Client client = connect().begin()) {
            assertServed(client, 1);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
