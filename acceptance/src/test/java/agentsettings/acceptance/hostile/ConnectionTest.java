package agentsettings.acceptance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawAnswer;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of every kind get the answer they are owed: old ones, careful ones, hasty ones and slow ones. */
final class ConnectionTest {

    private static final String BASE = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final Map<String, String> KEY = Map.of("X-APP-Key", "demo-app");
    private static final String USER = "{\"userId\":\"10gg000000demoUser07\"}";

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ServerProcess.startDemo(folder.resolve("data"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void oldClientsAreAnsweredAndClosed() throws IOException {
        assertThat(ask(old("")).headers()).doesNotContainEntry("connection", "keep-alive");
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(old(""));
            assertSettingsMissing(http.read());
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void oldClientsMayStay() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            for (int i = 0; i < 3; i++) {
                http.send(old("Connection: keep-alive\r\n"));
                RawAnswer answer = http.read();
                assertSettingsMissing(answer);
                assertThat(answer.headers()).containsEntry("connection", "keep-alive");
            }
        }
    }

    @Test
    void aClientThatWantsToCloseIsClosed() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(query(Map.of("X-APP-Key", "demo-app", "Connection", "close")));
            RawAnswer answer = http.read();
            assertSettingsMissing(answer);
            assertThat(answer.endsConnection()).isTrue();
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void aClientThatAsksBeforeItSendsIsToldToGoOn() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(head("Expect: 100-continue", "Content-Length: " + USER.length()));
            assertThat(http.read().status()).isEqualTo(100);
            http.send(USER.getBytes(UTF_8));
            assertSettingsMissing(http.read());
        }
    }

    @Test
    void aClientThatAsksWithTooMuchIsRefusedBeforeItSends() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(head("Expect: 100-continue", "Content-Length: 16385"));
            RawAnswer answer = http.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.endsConnection()).isTrue();
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void chunksOfEverySizeMakeABody() throws IOException {
        for (int size : new int[] {1, 7, USER.length()}) {
            StringBuilder chunks = new StringBuilder();
            for (int from = 0; from < USER.length(); from += size) {
                String chunk = USER.substring(from, Math.min(USER.length(), from + size));
                chunks.append(Integer.toHexString(chunk.length()))
                        .append(";x=y\r\n")
                        .append(chunk)
                        .append("\r\n");
            }
            assertSettingsMissing(ask(chunked(chunks + "0\r\nTrailer: x\r\n\r\n")));
        }
    }

    @Test
    void chunksThatAddUpToTooMuchAreRefusedAndClosed() throws IOException {
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(chunked(chunk.repeat(5)));
            assertThat(http.read().status()).isEqualTo(413);
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void aBrokenChunkIsRefusedAndClosed() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(chunked("2\r\n{}\r\nxyz\r\n"));
            assertThat(http.read().text()).contains("\"returnCode\":\"1005\"");
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (String operation : List.of("create", "query", "create", "delete", "delete")) {
                byte[] body = "{\"userId\":\"10gg000000demoUser08\"}".getBytes(UTF_8);
                requests.writeBytes(RawHttp.request("POST", BASE + operation, KEY, body));
            }
            codes.addAll(List.of("0", "0", "5002", "0", "5003"));
        }
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(requests.toByteArray());
            for (String code : codes) {
                assertThat(http.read().text()).contains("\"returnCode\":\"" + code + "\"");
            }
        }
    }

    @Test
    void nothingBehindALastRequestIsCarriedOut() throws IOException {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        requests.writeBytes(("POST " + BASE + "query HTTP/2.0\r\n\r\n").getBytes(ISO_8859_1));
        byte[] body = "{\"userId\":\"10gg000000demoUser09\"}".getBytes(UTF_8);
        requests.writeBytes(RawHttp.request("POST", BASE + "create", KEY, body));
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(requests.toByteArray());
            assertThat(http.read().endsConnection()).isTrue();
            assertThat(http.closedByPeer()).isTrue();
        }
        assertThat(ask(RawHttp.request("POST", BASE + "query", KEY, body)).text())
                .contains("5003");
    }

    @Test
    void nothingBehindARequestThatIsTooLargeIsCarriedOut() throws IOException {
        byte[] body = "{\"userId\":\"10gg000000demoUser10\"}".getBytes(UTF_8);
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        requests.writeBytes(RawHttp.request("POST", BASE + "query", KEY, new byte[16_385]));
        requests.writeBytes(RawHttp.request("POST", BASE + "create", KEY, body));
        for (int i = 0; i < 20; i++) {
            try (RawHttp http = RawHttp.connect(server.base())) {
                http.send(requests.toByteArray());
                assertThat(http.read().status()).isEqualTo(413);
                assertThat(http.closedByPeer()).isTrue();
            }
            assertThat(ask(RawHttp.request("POST", BASE + "query", KEY, body)).text())
                    .contains("5003");
        }
    }

    @Test
    void aHeaderThatOnlyLooksLikeALengthIsNone() throws IOException {
        byte[] hidden = query(KEY);
        byte[] head = ("POST " + BASE + "query HTTP/1.1\r\nX-APP-Key: demo-app\r\nContent-Mength: " + hidden.length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(head);
            assertThat(http.read().text()).contains("\"returnCode\":\"1001\"");
            http.send(hidden);
            assertSettingsMissing(http.read());
        }
    }

    @Test
    void closeCountsAmongOtherOptions() throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(query(Map.of("X-APP-Key", "demo-app", "Connection", "TE, close")));
            assertThat(http.read().endsConnection()).isTrue();
            assertThat(http.closedByPeer()).isTrue();
        }
    }

    @Test
    void aHeaderWithoutANameIsRefused() throws IOException {
        byte[] request = ("POST " + BASE + "query HTTP/1.1\r\n: x\r\n\r\n").getBytes(ISO_8859_1);
        assertThat(ask(request).text()).contains("\"returnCode\":\"1005\"");
    }

    @Test
    void anOldClientIsNotToldToGoOn() throws IOException {
        assertSettingsMissing(ask(old("Expect: 100-continue\r\n")));
    }

    @Test
    void aRequestMayComeInTwoPiecesCutAnywhere() throws IOException {
        byte[] request = query(KEY);
        try (RawHttp http = RawHttp.connect(server.base())) {
            for (int cut = 1; cut < request.length; cut++) {
                http.send(Arrays.copyOf(request, cut));
                http.send(Arrays.copyOfRange(request, cut, request.length));
                assertSettingsMissing(http.read());
            }
        }
    }

    @Test
    void hundredsOfIdleConnectionsDisturbNobody() throws IOException {
        List<RawHttp> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                idle.add(RawHttp.connect(server.base()));
            }
            assertSettingsMissing(ask(query(KEY)));
        } finally {
            for (RawHttp http : idle) {
                http.close();
            }
        }
    }

    private static RawAnswer ask(byte[] request) throws IOException {
        try (RawHttp http = RawHttp.connect(server.base())) {
            http.send(request);
            return http.read();
        }
    }

    private static void assertSettingsMissing(RawAnswer answer) {
        assertThat(answer.text()).contains("\"returnCode\":\"5003\"");
    }

    private static byte[] query(Map<String, String> headers) {
        return RawHttp.request("POST", BASE + "query", headers, USER.getBytes(UTF_8));
    }

    private static byte[] old(String header) {
        return ("POST " + BASE + "query HTTP/1.0\r\nX-APP-Key: demo-app\r\n" + header + "Content-Length: "
                        + USER.length() + "\r\n\r\n" + USER)
                .getBytes(ISO_8859_1);
    }

    private static byte[] chunked(String chunks) {
        byte[] head = head("Transfer-Encoding: chunked");
        byte[] body = chunks.getBytes(ISO_8859_1);
        byte[] both = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, both, head.length, body.length);
        return both;
    }

    private static byte[] head(String... headers) {
        String lines = String.join("\r\n", headers);
        return ("POST " + BASE + "query HTTP/1.1\r\nHost: localhost\r\nX-APP-Key: demo-app\r\n" + lines + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }
}
