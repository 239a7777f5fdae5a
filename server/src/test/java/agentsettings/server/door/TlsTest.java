package agentsettings.server.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.http.conformance.ForeignProtocolLog;
import agentsettings.server.http.tls.HandshakeLog;
import agentsettings.server.http.tls.ServerTls;
import agentsettings.server.http.tls.TestCertificate;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A port with TLS serves TLS 1.2 and 1.3 alone, counts connections from their first moment, and changes its certificate while it runs. */
final class TlsTest {

    private static final int HANGING_MILLIS = 20_000;
    private static final int SERVED_IN_VAIN = 22;

    private final TestCertificate certificate = TestCertificate.selfSigned("server");

    @TempDir
    private Path folder;

    private TlsDoor door;
    private SSLContext trusting;

    @BeforeEach
    void listen() throws Exception {
        door = new TlsDoor(certificate, folder, TlsDoor.LONG);
        trusting = TlsDoor.trusting(certificate.certificate());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theJdksClientIsServed() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + door.port + "/"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .header("content-type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).contains("served");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, true", "TLSv1.2, true", "TLSv1.1, false", "TLSv1, false"})
    void onlyCurrentVersionsAreServed(String version, boolean served) throws IOException {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", door.port)) {
            socket.setEnabledProtocols(new String[] {version});
            assertThat(shakesHands(socket)).isEqualTo(served);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
            })
    void suitesWithoutAuthenticatedEncryptionAreRefused(String suite) throws IOException {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", door.port)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {suite});
            assertThat(shakesHands(socket)).isFalse();
        }
    }

    @Test
    void handshakesThatStallAreClosed() throws IOException {
        try (TlsDoor impatient = new TlsDoor(certificate, folder, TlsDoor.SHORT);
                Socket silent = impatient.connect();
                Socket begun = impatient.connect()) {
            begun.getOutputStream().write("\u0016\u0003\u0001\u0002\u0000".getBytes(ISO_8859_1));
            for (Socket socket : List.of(silent, begun)) {
                socket.setSoTimeout(HANGING_MILLIS);
                socket.getInputStream().readAllBytes(); // an alert, perhaps, and the end
            }
        }
    }

    @Test
    void connectionsCountBeforeTheirHandshake() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            while (silent.size() < TlsDoor.CONNECTIONS_MAX
                    || isServed()) { // an earlier one's place may have become free
                assertThat(silent).hasSizeLessThan(2 * TlsDoor.CONNECTIONS_MAX);
                silent.add(door.connect());
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        await(this::isServed);
    }

    @Test
    void plainHttpIsClosedAndLogged() throws IOException {
        try (LogRecorder log = new LogRecorder(ForeignProtocolLog.class);
                Socket socket = door.connect()) {
            socket.setSoTimeout(HANGING_MILLIS);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .doesNotContain("HTTP");
            assertThat(log.contains("A client at 127.0.0.1 speaks HTTP without TLS to port " + door.port
                            + ", which serves HTTP with TLS; use https://"))
                    .isTrue();
        }
    }

    @Test
    void theReasonOfAFailedHandshakeIsLogged() throws Exception {
        SSLContext distrusting =
                TlsDoor.trusting(TestCertificate.selfSigned("another").certificate());
        try (LogRecorder log = new LogRecorder(HandshakeLog.class)) {
            assertThat(isPresented(certificate, distrusting)).isFalse();
            await(() -> log.contains("The TLS handshake of a client at 127.0.0.1 with port " + door.port
                    + " failed: (certificate_unknown) Received fatal alert: certificate_unknown"));
        }
    }

    @Test
    void aClosedConnectionMakesRoomForAnother() throws Exception {
        for (int i = 0; i < SERVED_IN_VAIN; i++) {
            await(this::isServed);
        }
    }

    @Test
    void changedFilesAreUsedOnceTheyFit() throws Exception {
        TestCertificate next = TestCertificate.selfSigned("next");
        Files.writeString(folder.resolve("cert.pem"), next.pem());
        try (LogRecorder log = new LogRecorder(ServerTls.class)) {
            await(() -> log.contains("is not the key of the first certificate"));
            assertThat(isPresented(certificate, trusting)).isTrue();
            next.write(folder);
            await(() -> log.contains("Loaded a new certificate"));
        }
        assertThat(isPresented(next, TlsDoor.trusting(next.certificate()))).isTrue();
    }

    private boolean isServed() {
        return isPresented(certificate, trusting);
    }

    private boolean isPresented(TestCertificate expected, SSLContext context) {
        try {
            return door.presented(context).equals(expected.certificate());
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean shakesHands(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
            return true;
        } catch (SSLException refused) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + HANGING_MILLIS * 1_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
