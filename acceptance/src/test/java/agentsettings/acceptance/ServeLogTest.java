package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server logs about its start and its stop. */
class ServeLogTest {

    @TempDir
    private Path folder;

    @Test
    void aStartLogsOneLineAndAStopIsLoggedToItsEnd() throws IOException, InterruptedException {
        try (ServerProcess first = ServerProcess.startDemo(folder)) {
            assertThat(first.terminate()).isZero(); // a first start also logs that it adds a signing key
        }
        try (ServerProcess server = ServerProcess.startDemo(folder)) {
            assertThat(server.errors().lines())
                    .singleElement()
                    .asString()
                    .contains(" INFO agentsettings.cli.ServeCommand: Starting AgentSettings ", "(commit ", ", JDK ")
                    .contains(" at 127.0.0.1:0, database SQLite in " + folder
                            + ", with demo data; set: http.port = 0 (--port), ")
                    .endsWith("storage.data = " + folder + " (--data)");
            assertThat(server.terminate()).isZero();
            assertThat(server.errors().lines().skip(1)).first().asString().contains("Stopping");
            assertThat(server.errors().lines().toList().getLast()).endsWith("Stopped");
        }
    }
}
