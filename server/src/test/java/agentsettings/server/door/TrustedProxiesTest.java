package agentsettings.server.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.addresses.CidrBlocks;
import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.http.tls.ServerTls;
import agentsettings.server.http.tls.TestCertificate;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's address is what trusted proxies say, and nothing that others could have made up. */
final class TrustedProxiesTest {

    private static final int HANGING_SECONDS = 20;

    /** 203.0.113.9:1000 to 127.0.0.1:8080 over TCP, in version 2 of the PROXY protocol. */
    private static final String VERSION_2 = "0d0a0d0a000d0a515549540a2111000c" + "cb0071097f000001" + "03e81f90";

    /** The proxy's own connection, in version 2. */
    private static final String LOCAL = "0d0a0d0a000d0a515549540a20000000";

    private final BlockingQueue<String> clients = new LinkedBlockingQueue<>();
    private HttpServers servers;

    @BeforeEach
    void start() {
        servers = DoorServers.start(1, Duration.ofSeconds(HANGING_SECONDS));
    }

    @AfterEach
    void close() {
        servers.close();
    }

    private int listen(String trusted, boolean proxyProtocol, ServerTls tls) {
        RouteTable routes = new RouteTable(List.of(
                Route.post("/", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "served")))));
        Duration timeout = Duration.ofSeconds(HANGING_SECONDS);
        return servers.listen(
                new ListenerOptions(
                        "127.0.0.1",
                        0,
                        new ConnectionLimits(10, timeout, timeout, new AddressRateLimit(0)),
                        tls,
                        new TrustedProxies(CidrBlocks.parse(trusted), proxyProtocol)),
                new VendorDoor(
                        routes,
                        timeout,
                        finished -> clients.add(finished.request().remoteHost())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1            |                                                                   | 127.0.0.1
            10.0.0.0/8           | X-Forwarded-For: 203.0.113.9                                      | 127.0.0.1
            127.0.0.1            | X-Forwarded-For: 203.0.113.9                                      | 203.0.113.9
            127.0.0.1            | X-Forwarded-For: 1.1.1.1, 203.0.113.9                             | 203.0.113.9
            127.0.0.1,10.0.0.0/8 | X-Forwarded-For: 1.1.1.1, 203.0.113.9, 10.1.1.1                   | 203.0.113.9
            127.0.0.1,10.0.0.0/8 | X-Forwarded-For: 1.1.1.1, 203.0.113.9 @ X-Forwarded-For: 10.1.1.1 | 203.0.113.9
            127.0.0.1,10.0.0.0/8 | X-Forwarded-For: 10.2.2.2, 10.1.1.1                               | 10.2.2.2
            127.0.0.1,10.0.0.0/8 | X-Forwarded-For: 1.1.1.1, localhost, 10.1.1.1                     | 10.1.1.1
            127.0.0.1            | X-Forwarded-For: unknown                                          | 127.0.0.1
            127.0.0.1            | X-Forwarded-For: 203.0.113.9:4711                                 | 203.0.113.9
            127.0.0.1            | X-Forwarded-For: 2001:db8::9                                      | 2001:db8:0:0:0:0:0:9
            127.0.0.1            | Forwarded: for=203.0.113.9                                        | 203.0.113.9
            127.0.0.1            | Forwarded: for=1.1.1.1, proto=https;For="203.0.113.9:80";by=x     | 203.0.113.9
            127.0.0.1            | Forwarded: for="[2001:db8::9]:4711"                               | 2001:db8:0:0:0:0:0:9
            127.0.0.1            | Forwarded: for="1.1.1.1, for=2.2.2.2"                             | 127.0.0.1
            127.0.0.1            | Forwarded: for=_hidden                                            | 127.0.0.1
            127.0.0.1            | Forwarded: for=";by="a\\"b;", for=1.1.1.1;by="a\\",b;c"             | 1.1.1.1
            127.0.0.1            | Forwarded: for=", for=203.0.113.9                                 | 203.0.113.9
            127.0.0.1            | Forwarded: for="1.1.1.1 @ Forwarded: for=203.0.113.9              | 203.0.113.9
            127.0.0.1            | X-Forwarded-For: ", 203.0.113.9                                   | 203.0.113.9
            127.0.0.1            | Forwarded: for=203.0.113.9 @ X-Forwarded-For: 203.0.113.9         | 203.0.113.9
            127.0.0.1            | Forwarded: for=1.1.1.1 @ X-Forwarded-For: 203.0.113.9             | 127.0.0.1
            """)
    void theLastSenderThatIsNoProxyIsTheClient(String trusted, String headers, String client) throws Exception {
        int port = listen(trusted, false, null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(clientOf(socket, headers == null ? "" : headers.replace(" @ ", "\r\n") + "\r\n"))
                    .isEqualTo(client);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROXY TCP4 203.0.113.9 127.0.0.1 1000 8080           | 203.0.113.9
            PROXY TCP6 2001:db8::9 ::1 1000 8080                 | 2001:db8:0:0:0:0:0:9
            PROXY UNKNOWN                                        | 127.0.0.1
            version 2                                            | 203.0.113.9
            local                                                | 127.0.0.1
            """)
    void aProxySaysItsClientBeforeTheFirstByte(String header, String client) throws Exception {
        int port = listen("127.0.0.1", true, null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(bytes(header));
            assertThat(clientOf(socket, "")).isEqualTo(client);
        }
    }

    @Test
    void aProxySaysItsClientBeforeTheHandshake(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.selfSigned("server");
        try (ServerTls tls = ServerTls.load(certificate.write(folder), InstantSource.system());
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), listen("127.0.0.1", true, tls))) {
            plain.getOutputStream().write(bytes("version 2"));
            try (SSLSocket socket = (SSLSocket) TlsDoor.trusting(certificate.certificate())
                    .getSocketFactory()
                    .createSocket(plain, "127.0.0.1", plain.getPort(), true)) {
                assertThat(clientOf(socket, "")).isEqualTo("203.0.113.9");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PROXY TCP4 203.0.113.9 127.0.0.1 1000",
                "PROXY TCP4 localhost 127.0.0.1 1000 8080",
                "PROXY TCP6 2001:db8::9% ::1 1000 8080"
            })
    void aTrustedProxyWithoutAValidHeaderIsClosed(String header) throws IOException {
        int port = listen("127.0.0.1", true, null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(HANGING_SECONDS * 1000);
            socket.getOutputStream().write((header + "\r\n" + request("")).getBytes(ISO_8859_1));
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        } catch (java.net.SocketException reset) {
            assertThat(reset).isNotNull(); // closed with bytes unread
        }
        assertThat(clients).isEmpty();
    }

    @Test
    void aTrustedProxyWithAnInvalidAddressIsClosedBeforeTheHandshake(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.selfSigned("server");
        try (ServerTls tls = ServerTls.load(certificate.write(folder), InstantSource.system());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), listen("127.0.0.1", true, tls))) {
            socket.setSoTimeout(HANGING_SECONDS * 1000 / 2);
            socket.getOutputStream().write("PROXY TCP6 2001:db8::9% ::1 1000 8080\r\n".getBytes(ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void othersCanNotUseTheHeader() throws Exception {
        int port = listen("10.0.0.0/8", true, null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(clientOf(socket, "")).isEqualTo("127.0.0.1");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(HANGING_SECONDS * 1000);
            socket.getOutputStream().write(bytes("PROXY TCP4 203.0.113.9 127.0.0.1 1000 8080"));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .contains(" 400 Bad Request");
        }
    }

    private static byte[] bytes(String header) {
        return switch (header) {
            case "version 2" -> HexFormat.of().parseHex(VERSION_2);
            case "local" -> HexFormat.of().parseHex(LOCAL);
            default -> (header + "\r\n").getBytes(ISO_8859_1);
        };
    }

    private String clientOf(Socket socket, String headers) throws IOException, InterruptedException {
        socket.getOutputStream().write(request(headers).getBytes(ISO_8859_1));
        return clients.poll(HANGING_SECONDS, TimeUnit.SECONDS);
    }

    private static String request(String headers) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" + headers + "\r\n";
    }
}
