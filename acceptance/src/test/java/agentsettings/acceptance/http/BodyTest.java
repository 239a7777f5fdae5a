package agentsettings.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are taken in every form that HTTP/1.1 has for them, and refused when they are too long or out of form. */
class BodyTest {
    private static final int BODY_MAX = 16_384;
    private static final String ANSWERED = "\"5001\"";
    private static final Request QUERY = Request.query("nobody");
    private static final Request UNFRAMED = QUERY.unframed();

    @TempDir
    static Path folder;

    private static ServerProcess server;

    private TextConnection connection;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ServerProcess.startDemo(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void connect() throws IOException {
        connection = TextConnection.open(server.base());
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void aBodyIsAskedForWhenItsSenderWaits() throws IOException {
        connection.send(QUERY.with("Expect: 100-continue").head());
        assertThat(connection.read().status()).isEqualTo(100);
        connection.send(QUERY.body());
        assertThat(connection.read().text()).contains(ANSWERED);
    }

    /** HTTP/1.0 has no interim answers; its client would take one for the response. */
    @Test
    void http10IsNotAskedForABody() throws IOException {
        assertThat(connection.ask(QUERY.with("Expect: 100-continue").inHttp10()).text())
                .contains(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Expect: 100-continue", "Accept: */*"})
    void aBodyAnnouncedAsTooLargeIsRefusedAtOnce(String header) throws IOException {
        connection.send(
                UNFRAMED.with("Content-Length: " + (BODY_MAX + 1)).with(header).head());
        connection.assertRefusedAndClosed(413, "1007");
    }

    @Test
    void theLargestBodyIsTaken() throws IOException {
        String blanks = " ".repeat(BODY_MAX - QUERY.body().length());
        assertThat(connection
                        .ask(UNFRAMED.withBody(blanks + QUERY.body()).withLength())
                        .text())
                .contains(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";name=value", ";a;b=\"c d\""})
    void chunksAreTaken(String extension) throws IOException {
        String chunks = QUERY.body()
                .chars()
                .mapToObj(c -> "1" + extension + "\r\n" + (char) c + "\r\n")
                .collect(Collectors.joining());
        sendChunked(chunks + "0\r\n\r\n");
        assertThat(connection.read().text()).contains(ANSWERED);
        sendChunked(chunks + "0\r\nX-Trailer: a\r\nX-Other: b\r\n\r\n");
        assertThat(connection.read().text()).contains(ANSWERED);
        assertThat(connection.ask(QUERY).text()).contains(ANSWERED);
    }

    @Test
    void chunksThatAreTooManyAreRefused() throws IOException {
        sendChunked(("400\r\n" + " ".repeat(1024) + "\r\n").repeat(17));
        connection.assertRefusedAndClosed(413, "1007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n", "-1\r\n", "2\r\n{}}\r\n", "fffffffffffffffff\r\n", "\r\n\r\n", "2\r\n{}0\r\n\r\n"})
    void badChunksAreRefused(String chunks) throws IOException {
        sendChunked(chunks);
        connection.assertRefusedAndClosed(400, "1005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+2", "2, 3", "x", "", "2 2", "0x2", "99999999999999999999"})
    void badLengthsAreRefused(String length) throws IOException {
        connection.send(UNFRAMED.with("Content-Length: " + length).head());
        connection.assertRefusedAndClosed(400, "1005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 2"})
    void conflictingFramingsAreRefused(String other) throws IOException {
        connection.send(QUERY.with(other).text());
        connection.assertRefusedAndClosed(400, "1005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "xchunked, chunked", "gzip,chunked", "gzip\r\nTransfer-Encoding: chunked"})
    void transferCodingsBesidesChunkedAreNotSupported(String codings) throws IOException {
        connection.send(UNFRAMED.with("Transfer-Encoding: " + codings).head() + "0\r\n\r\n");
        connection.assertRefusedAndClosed(501, "1010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "xchunked", "chunked, gzip", "chunked, chunked", ""})
    void chunkedMustBeTheLastTransferCoding(String codings) throws IOException {
        connection.send(UNFRAMED.with("Transfer-Encoding: " + codings).head() + "0\r\n\r\n");
        connection.assertRefusedAndClosed(400, "1005");
    }

    private void sendChunked(String chunks) throws IOException {
        connection.send(UNFRAMED.with("Transfer-Encoding: chunked").head() + chunks);
    }
}
