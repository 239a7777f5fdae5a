package agentsettings.acceptance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawAnswer;
import agentsettings.acceptance.RawHttp;
import java.io.IOException;
import java.net.URI;

/** A connection that sends text, each character as the one byte of the same number. For one thread at a time. */
final class TextConnection implements AutoCloseable {

    private final RawHttp connection;

    private TextConnection(RawHttp connection) {
        this.connection = connection;
    }

    static TextConnection open(URI server) throws IOException {
        return new TextConnection(RawHttp.connect(server));
    }

    /** Asks over a connection of its own. */
    static RawAnswer ask(URI server, Request request) throws IOException {
        try (TextConnection connection = open(server)) {
            return connection.ask(request);
        }
    }

    RawAnswer ask(Request request) throws IOException {
        send(request.text());
        return read();
    }

    void send(String text) throws IOException {
        connection.send(text.getBytes(ISO_8859_1));
    }

    RawAnswer read() throws IOException {
        return connection.read();
    }

    boolean closedByPeer() throws IOException {
        return connection.closedByPeer();
    }

    /** Demands that the next answer refuses what was sent, and is the last. */
    void assertRefusedAndClosed(int status, String returnCode) throws IOException {
        RawAnswer answer = read();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("\"returnCode\":\"" + returnCode + "\"");
        assertThat(answer.endsConnection()).isTrue();
        assertThat(AnswerRules.fault(answer)).isEmpty();
        assertThat(closedByPeer()).isTrue();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
