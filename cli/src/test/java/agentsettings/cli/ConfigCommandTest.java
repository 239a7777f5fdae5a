package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration is checked and shown before anything is opened. */
final class ConfigCommandTest {

    @TempDir
    private Path folder;

    @Test
    void everyKeyIsShownWithItsValueAndSource() throws IOException {
        Path file = Files.writeString(
                folder.resolve("c.properties"), "http.port=1\nhttp.host=127.0.0.2\nstorage.database-password=hush\n");
        CommandRun config = run("config", "--config", file.toString(), "--port", "2");
        assertThat(config.exitCode()).isZero();
        assertThat(config.out())
                .startsWith("KEY ")
                .containsPattern("http\\.host +127\\.0\\.0\\.2 +" + file + "\\R")
                .containsPattern("http\\.port +2 +--port\\R")
                .containsPattern("storage\\.lanes +2 +default\\R")
                .containsPattern("storage\\.database-password +\\*\\*\\* +" + file + "\\R")
                .doesNotContain("hush");
    }

    @Test
    void everyFaultIsReportedWithItsSource() throws IOException {
        Path file = Files.writeString(folder.resolve("c.properties"), "http.prot=1\nhttp.idle-timeout=x\n");
        for (String command : new String[] {"config", "serve"}) {
            CommandRun refused = run(command, "--config", file.toString(), "--port", "99999", "--host", "");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines())
                    .containsExactlyInAnyOrder(
                            "agentsettings: http.prot (" + file + "): unknown key; did you mean http.port?",
                            "agentsettings: http.idle-timeout (" + file
                                    + "): must be a duration like PT10S, got \"x\".");
            Files.writeString(file, "http.idle-timeout=PT2H\nhttp.token-port=99999\n");
            assertThat(run(command, "--config", file.toString(), "--port", "99999")
                            .err()
                            .lines())
                    .containsExactly(
                            "agentsettings: http.port (--port): must be 0 to 65535, got 99999.",
                            "agentsettings: http.idle-timeout (" + file + "): must be PT1S to PT1H, got PT2H.",
                            "agentsettings: http.token-port (" + file + "): must be 0 to 65535, got 99999.",
                            "agentsettings: http.token-port (" + file + "): must differ from http.port (99999).");
            Files.writeString(file, "http.prot=1\nhttp.idle-timeout=x\n");
        }
    }

    @Test
    void aFreePortForTheVendorsInterfaceMeansOneForTheManagementInterfaceUnlessThatIsSet() throws IOException {
        assertThat(run("config").out()).containsPattern("management\\.port +8081 +default\\R");
        assertThat(run("config", "--port", "0").out()).containsPattern("management\\.port +0 +--port\\R");
        assertThat(run("config", "--port", "0", "--management-port", "9").out())
                .containsPattern("management\\.port +9 +--management-port\\R");
        Path file = Files.writeString(folder.resolve("c.properties"), "management.port=\n");
        assertThat(run("config", "--config", file.toString(), "--port", "0").out())
                .containsPattern("management\\.port +" + file + "\\R");
        assertThat(run("config", "--port", "7", "--management-port", "7").err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: management.port (--management-port): must differ from http.port (7).");
    }
}
