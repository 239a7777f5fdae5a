package agentsettings.acceptance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
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
    static RawResponse ask(URI server, Request request) throws IOException {
        try (TextConnection connection = open(server)) {
            return connection.ask(request);
        }
    }

    RawResponse ask(Request request) throws IOException {
        send(request.text());
        return read();
    }

    void send(String text) throws IOException {
        connection.send(text.getBytes(ISO_8859_1));
    }

    RawResponse read() throws IOException {
        return connection.read();
    }

    boolean closedByPeer() throws IOException {
        return connection.closedByPeer();
    }

    /** Demands that the next answer refuses what was sent, and is the last. */
    void assertRefusedAndClosed(int status, String returnCode) throws IOException {
        RawResponse response = read();
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.text()).contains("\"returnCode\":\"" + returnCode + "\"");
        assertThat(response.endsConnection()).isTrue();
        assertThat(ResponseRules.fault(response)).isEmpty();
        assertThat(closedByPeer()).isTrue();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
