package agentsettings.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that speak TLS or HTTP/2 to the port can't be answered in their language; the log says what is wrong, once. */
class ForeignProtocolTest {

    private static final int TIMES = 3;
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void tlsAndHttp2AreLoggedOnceEach() throws Exception {
        try (ServerProcess server = ServerProcess.startDemo(folder)) {
            URI base = server.base();
            URI secure = URI.create("https://" + base.getAuthority());
            for (int i = 0; i < TIMES; i++) {
                assertThat(connects(secure)).isFalse();
                try (TextConnection connection = TextConnection.open(base)) {
                    connection.send(PREFACE);
                    connection.assertRefusedAndClosed(400, "1005");
                }
            }
            assertThat(server.terminate()).isZero();
            String port = " to port " + base.getPort() + ", which serves ";
            assertThat(server.errors().lines().filter(line -> line.contains(port)))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("A client at 127.0.0.1 speaks TLS" + port),
                            line -> assertThat(line).contains("A client at 127.0.0.1 speaks HTTP/2", port));
        }
    }

    private static boolean connects(URI server) {
        try (RawHttp connection = RawHttp.connect(server)) {
            return connection != null;
        } catch (IOException notTls) {
            return false;
        }
    }
}
