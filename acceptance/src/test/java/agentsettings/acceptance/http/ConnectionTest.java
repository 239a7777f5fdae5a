package agentsettings.acceptance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.Conversation;
import agentsettings.acceptance.Conversation.EndsItsSide;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections live as long as both sides want, carry any number of requests, and don't stand in each other's way. */
class ConnectionTest {
    private static final Request QUERY = Request.query("nobody");
    private static final String ANSWERED = "\"5001\"";
    private static final int PIPELINED = 20;
    private static final int MANY_PIPELINED = 1000;
    private static final int IDLE = 300;
    private static final int ROUNDS = 20;

    @TempDir
    static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ServerProcess.startDemo(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void http11StaysOpen() throws IOException {
        assertStaysOpen(QUERY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "TE, close", "close, TE"})
    void http11IsClosedWhenAsked(String options) throws IOException {
        assertLast(QUERY.with("Connection: " + options), "close");
    }

    @Test
    void http10IsClosedAfterItsAnswer() throws IOException {
        assertLast(QUERY.inHttp10(), null);
    }

    @Test
    void http10StaysOpenWhenAsked() throws IOException {
        assertStaysOpen(QUERY.inHttp10().with("Connection: keep-alive"));
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < PIPELINED; i++) {
            all.append(write(i % 2 == 0 ? "create" : "delete", 1).text());
            all.append(QUERY.text());
        }
        try (TextConnection connection = TextConnection.open(server.base())) {
            connection.send(all.toString());
            for (int i = 0; i < PIPELINED; i++) {
                assertThat(connection.read().text()).contains(i % 2 == 0 ? "created success" : "delete success");
                assertThat(connection.read().text()).contains(ANSWERED);
            }
        }
    }

    /** More than any buffer holds. The server reads no further than it has responded, so the client must read while it sends. */
    @Test
    void thousandsOfPipelinedRequestsAreAnswered() throws Exception {
        try (TextConnection connection = TextConnection.open(server.base())) {
            Thread sender = Thread.ofVirtual().start(() -> sendPairs(connection, MANY_PIPELINED));
            for (int i = 0; i < MANY_PIPELINED; i++) {
                assertThat(connection.read().text()).as("pair " + i).contains("created success");
                assertThat(connection.read().text()).as("pair " + i).contains("delete success");
            }
            sender.join();
            assertThat(connection.ask(QUERY).text()).contains(ANSWERED);
        }
    }

    private static void sendPairs(TextConnection connection, int pairs) {
        try {
            connection.send((write("create", 4).text() + write("delete", 4).text()).repeat(pairs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11 | Connection: close
            12 | Content-Length: 16385
            13 | Content-Length: -1
            14 | No colon
            """)
    void nothingIsCarriedOutBehindTheRequestThatEndsTheConnection(int user, String header) throws IOException {
        Request ending = header.startsWith("Content-Length")
                ? QUERY.unframed().withBody("x".repeat(16_385)).with(header)
                : QUERY.with(header);
        assertNothingCarriedOutBehind(ending.text(), user);
    }

    @Test
    void nothingIsCarriedOutBehindTooManyChunks() throws IOException {
        Request chunked = QUERY.unframed().with("Transfer-Encoding: chunked");
        assertNothingCarriedOutBehind(chunked.head() + "5000\r\n" + "x".repeat(0x5000) + "\r\n0\r\n\r\n", 15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "create", "delete"})
    void aClientThatHasEndedItsSideIsAnswered(String operation) throws IOException {
        Conversation conversation =
                Conversation.hold(server.base(), write(operation, 2).bytes(), EndsItsSide.AT_ONCE);
        assertThat(conversation.flaw()).isNull();
        assertThat(conversation.responses()).hasSize(1);
    }

    /** The second is answered at once behind the first, when the client has ended its side; repeated, since it takes luck. */
    @Test
    void aClientThatHasEndedItsSideIsAnsweredAllThatItHasPipelined() throws IOException {
        String invalid = Request.call("query", "{}").withLength().text();
        byte[] all = (write("create", 5).text() + invalid + write("delete", 5).text()).getBytes(ISO_8859_1);
        for (int round = 1; round <= ROUNDS; round++) {
            Conversation conversation = Conversation.hold(server.base(), all, EndsItsSide.AT_ONCE);
            assertThat(conversation.flaw()).as("round " + round).isNull();
            assertThat(conversation.responses()).as("round " + round).hasSize(3);
        }
    }

    @Test
    void idleConnectionsKeepNobodyOutAndAreServedWhenTheyWake() throws IOException {
        String request = QUERY.text();
        List<TextConnection> idle = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                idle.add(TextConnection.open(server.base()));
                idle.get(i).send(request.substring(0, i % request.length()));
            }
            assertThat(TextConnection.ask(server.base(), QUERY).text()).contains(ANSWERED);
            for (int i = 0; i < IDLE; i++) {
                idle.get(i).send(request.substring(i % request.length()));
                assertThat(idle.get(i).read().text()).as("connection " + i).contains(ANSWERED);
            }
        } finally {
            for (TextConnection connection : idle) {
                connection.close();
            }
        }
    }

    private static void assertStaysOpen(Request request) throws IOException {
        try (TextConnection connection = TextConnection.open(server.base())) {
            for (int i = 0; i < 3; i++) {
                RawResponse response = connection.ask(request);
                assertThat(response.text()).contains(ANSWERED);
                assertThat(response.headers()).containsEntry("connection", "keep-alive");
            }
        }
    }

    private static void assertLast(Request request, String connectionHeader) throws IOException {
        try (TextConnection connection = TextConnection.open(server.base())) {
            RawResponse response = connection.ask(request);
            assertThat(response.text()).contains(ANSWERED);
            assertThat(response.headers().get("connection")).isEqualTo(connectionHeader);
            assertThat(connection.closedByPeer()).isTrue();
        }
    }

    /** Before it stands a write, whose commit is still under way when the rest comes in; repeated, since it takes luck. */
    private static void assertNothingCarriedOutBehind(String ending, int user) throws IOException {
        String all = write("create", 3).text() + ending + write("create", user).text();
        for (int round = 1; round <= ROUNDS; round++) {
            Conversation conversation =
                    Conversation.hold(server.base(), all.getBytes(ISO_8859_1), EndsItsSide.AFTER_FIRST_ANSWER);
            assertThat(TextConnection.ask(server.base(), write("query", user)).text())
                    .as("settings of the last request's user, round " + round)
                    .contains("\"5003\"");
            assertThat(conversation.responses()).as("round " + round).hasSize(2);
            assertThat(conversation.responses().getLast().endsConnection()).isTrue();
        }
    }

    private static Request write(String operation, int user) {
        return Request.call(operation, String.format(Locale.ROOT, "{\"userId\":\"10gg000000demoUser%02d\"}", user))
                .withLength();
    }
}
