package agentsettings.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.TlsKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads are understood in whatever pieces they arrive, and refused when they are too long or no HTTP; over TLS as well. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class HeadTest {
    private static final int REQUEST_LINE_MAX = 4096;
    private static final int HEADERS_MAX = 8192;
    private static final String ANSWERED = "\"5001\"";
    private static final Request QUERY = Request.query("nobody");

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static SSLContext standard;

    @Parameter
    private boolean tls;

    private TextConnection connection;

    @BeforeParameterizedClassInvocation
    static void start(boolean tls) throws Exception {
        standard = SSLContext.getDefault();
        Path config = folder.resolve("test.properties");
        Files.writeString(config, "");
        if (tls) {
            TlsKeys keys = TlsKeys.make(folder);
            Files.writeString(config, keys.configuration());
            SSLContext.setDefault(keys.trusting());
        }
        server = ServerProcess.startDemo(folder.resolve("data" + tls), "--config", config.toString());
    }

    @AfterParameterizedClassInvocation
    static void stop() throws IOException {
        SSLContext.setDefault(standard);
        server.close();
    }

    @BeforeEach
    void connect() throws IOException {
        assertThat(server.base().getScheme()).isEqualTo(tls ? "https" : "http");
        connection = TextConnection.open(server.base());
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    /** Each piece but the first ends one request and begins the next, and is waited for by the ended one's answer. */
    @Test
    void aRequestMayBeCutAnywhere() throws IOException {
        String request = QUERY.text();
        connection.send(request.substring(0, 1));
        for (int cut = 1; cut < request.length(); cut++) {
            connection.send(request.substring(cut) + request.substring(0, cut + 1));
            assertThat(connection.read().text()).as("cut at " + cut).contains(ANSWERED);
        }
    }

    /** Between two bytes another connection is served, so the server has time to see each alone. */
    @Test
    void bytesMayDripInOneByOne() throws IOException {
        try (TextConnection other = TextConnection.open(server.base())) {
            for (char c : QUERY.text().toCharArray()) {
                connection.send(Character.toString(c));
                assertThat(other.ask(QUERY).text()).contains(ANSWERED);
            }
        }
        assertThat(connection.read().text()).contains(ANSWERED);
    }

    /** Who takes one name for another sees other requests than the proxy before it did. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Mength: 19", "content-xength: 19", "Content-Lengt: 19", "Xontent-Length: 19"})
    void aNameThatIsAlmostContentLengthFramesNothing(String header) throws IOException {
        connection.send(QUERY.unframed().with(header).withBody("").text() + QUERY.text());
        assertThat(connection.read().text()).contains("\"1001\"");
        assertThat(connection.read().text()).contains(ANSWERED);
    }

    @Test
    void aNameThatIsAlmostContentTypeTellsNoType() throws IOException {
        Request untyped = new Request(QUERY.line(), List.of("Host: localhost", "X-APP-Key: demo-app"), QUERY.body());
        assertThat(connection
                        .ask(untyped.with("Content-Xype: text/plain").withLength())
                        .text())
                .contains(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No colon", "Bad name: x", "Bad-name : x", "X: a\0b", ": x", "B\u00e4d: x"})
    void badHeadersAreRefused(String header) throws IOException {
        connection.send(QUERY.with(header).text());
        connection.assertRefusedAndClosed(400, "1005");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "POST /",
                "POST / HTTP/2.0",
                "POST / HTTP/1.2",
                "POST / http/1.1",
                "POST / x HTTP/1.1",
                "\0\1\2"
            })
    void badRequestLinesAreRefused(String line) throws IOException {
        connection.send(line + "\r\n\r\n");
        connection.assertRefusedAndClosed(400, "1005");
    }

    /** Who splits the line at them sees another request than the proxy before it did. */
    @ParameterizedTest
    @ValueSource(strings = {"\t", "\u000b", "\f", "\r", "  ", " \t", "\t "})
    void wordsOfTheRequestLineAreSeparatedByOneSpaceAlone(String separator) throws IOException {
        String line = QUERY.line();
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        assertLineRefused(line.substring(0, first) + separator + line.substring(first + 1));
        assertLineRefused(line.substring(0, last) + separator + line.substring(last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u000b", "\f"})
    void theRequestLineBeginsWithoutWhiteSpace(String space) throws IOException {
        assertLineRefused(space + QUERY.line());
    }

    @Test
    void http11WithoutAHostIsRefused() throws IOException {
        connection.send(without("Host").text());
        connection.assertRefusedAndClosed(400, "1005");
    }

    @Test
    void http10NeedsNoHost() throws IOException {
        assertThat(connection.ask(without("Host").inHttp10()).text()).contains(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost", "host: localhost", "HOST: other"})
    void aSecondHostIsRefused(String header) throws IOException {
        for (Request request : List.of(QUERY, QUERY.inHttp10())) {
            try (TextConnection each = TextConnection.open(server.base())) {
                each.send(request.with(header).text());
                each.assertRefusedAndClosed(400, "1005");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: application/json", "content-type: text/plain", "CONTENT-TYPE:"})
    void aSecondContentTypeIsRefused(String header) throws IOException {
        connection.send(QUERY.with(header).text());
        connection.assertRefusedAndClosed(400, "1005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key: a", "idempotency-key: b"})
    void aSecondIdempotencyKeyIsRefused(String header) throws IOException {
        Request create = Request.call("create", "{\"userId\":\"nobody\"}").withLength();
        assertThat(connection
                        .ask(create.with("Idempotency-Key: a").with(header))
                        .text())
                .contains("\"1005\"", "Idempotency-Key: must be sent only once.");
    }

    @Test
    void anEmptyContentTypeIsTheSameAsNone() throws IOException {
        assertThat(connection.ask(without("Content-Type").with("Content-Type:")).text())
                .contains(ANSWERED);
    }

    @Test
    void theLongestRequestLineIsTaken() throws IOException {
        assertThat(connection.ask(withLineOf(REQUEST_LINE_MAX)).text()).contains(ANSWERED);
    }

    @Test
    void aLongerRequestLineIsRefused() throws IOException {
        connection.send(withLineOf(REQUEST_LINE_MAX + 1).text());
        connection.assertRefusedAndClosed(413, "1007");
    }

    /** The line end in a piece of its own, also cut in two. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theLongestRequestLineIsTakenInWhateverPieces(int before) throws IOException {
        assertTakenInPieces(withLineOf(REQUEST_LINE_MAX), REQUEST_LINE_MAX + before);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4})
    void theLongestHeadersAreTakenInWhateverPieces(int before) throws IOException {
        Request request = withHeadersOf(HEADERS_MAX);
        assertTakenInPieces(request, request.head().length() - 4 + before);
    }

    @Test
    void longerHeadersAreRefused() throws IOException {
        for (int more = 1; more <= 3; more++) {
            try (TextConnection each = TextConnection.open(server.base())) {
                each.send(withHeadersOf(HEADERS_MAX + more).text());
                each.assertRefusedAndClosed(413, "1007");
            }
        }
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws IOException {
        connection.send(QUERY.with("X: " + "v".repeat(HEADERS_MAX)).text());
        connection.assertRefusedAndClosed(413, "1007");
    }

    @Test
    void headersThatAreTooManyAreRefused() throws IOException {
        connection.send(QUERY.with("X: v\r\n".repeat(HEADERS_MAX / 3) + "X: v").text());
        connection.assertRefusedAndClosed(413, "1007");
    }

    private static void assertLineRefused(String line) throws IOException {
        try (TextConnection each = TextConnection.open(server.base())) {
            each.send(QUERY.withLine(line).text());
            each.assertRefusedAndClosed(400, "1005");
        }
    }

    /** Between the pieces another connection is served, so the server has time to see each alone. */
    private void assertTakenInPieces(Request request, int cut) throws IOException {
        connection.send(request.text().substring(0, cut));
        assertThat(TextConnection.ask(server.base(), QUERY).text()).contains(ANSWERED);
        connection.send(request.text().substring(cut));
        assertThat(connection.read().text()).contains(ANSWERED);
    }

    private static Request without(String header) {
        return new Request(
                QUERY.line(),
                QUERY.headers().stream()
                        .filter(line -> !line.startsWith(header + ":"))
                        .toList(),
                QUERY.body());
    }

    /** Line ends do not count. */
    private static Request withHeadersOf(int length) {
        int others = QUERY.headers().stream().mapToInt(String::length).sum();
        return QUERY.with("X: " + "v".repeat(length - others - "X: ".length()));
    }

    /** What follows the question mark of a path that is served doesn't matter. */
    private static Request withLineOf(int length) {
        String line = QUERY.line();
        int end = line.lastIndexOf(' ');
        String filling = "x".repeat(length - line.length() - 1);
        return QUERY.withLine(line.substring(0, end) + "?" + filling + line.substring(end));
    }
}
