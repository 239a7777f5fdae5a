package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ctrl-C on a terminal, typed into a real one, ends a command that waits for a job. It says that the job goes on. */
@Timeout(60)
final class InterruptTest {

    private static final int ROWS = 50_000;
    private static final char CTRL_C = 3;

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void aCommandThatIsEndedSaysThatTheImportGoesOn() throws IOException, InterruptedException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "u" + row + ",direct\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(service.folder().resolve("rows.csv"), "userId,callType\n" + rows);
        Process terminal = inTerminal(service.variables(), "import settings --faults skip " + file);
        String before = readUntil("applying ", terminal.getInputStream());
        String after = end(terminal);
        assertThat(after)
                .as(before)
                .containsPattern("\\R"
                        + "agentsettings: The import [0-9a-z]{17} goes on\\. See how far it is with \"agentsettings"
                        + " import show [0-9a-z]{17} --tenant " + TENANT + "\", cancel it with");
        assertThat(terminal.exitValue()).isEqualTo(130);
        String id = after.replaceAll("(?s).*The import ([0-9a-z]{17}) .*", "$1");
        assertThat(service.inTenant("import cancel " + id).exitCode()).isZero();
    }

    @Test
    void aCommandThatIsEndedWhileItSendsSaysThatTheImportMayHaveBegun() throws IOException, InterruptedException {
        Path file = Files.writeString(service.folder().resolve("rows.csv"), "userId\nu1\n");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> variables = Map.of(
                    "AGENTSETTINGS_URL",
                    "http://127.0.0.1:" + silent.getLocalPort(),
                    "AGENTSETTINGS_KEY",
                    ServiceForCommands.KEY);
            Process terminal = inTerminal(variables, "import settings " + file);
            try (Socket connection = silent.accept()) {
                readUntil("u1\n", connection.getInputStream());
                assertThat(end(terminal))
                        .contains(
                                "agentsettings: The import may have begun nevertheless. Look with \"agentsettings import"
                                        + " list --tenant " + TENANT + " --limit 1\".");
            }
            assertThat(terminal.exitValue()).isEqualTo(130);
        }
    }

    /** Starts the command on a terminal of its own, into which the output of this process is typed. */
    private static Process inTerminal(Map<String, String> variables, String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "exec",
                "env",
                "--default-signal=INT", // which may be ignored where the tests run
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", // starts in half the time
                "-cp",
                "'" + System.getProperty("java.class.path") + "'",
                "agentsettings.cli.Main",
                command,
                "--tenant",
                TENANT));
        ProcessBuilder builder = new ProcessBuilder("script", "-q", "-e", "-c", String.join(" ", words), "/dev/null");
        builder.environment().putAll(variables);
        return builder.redirectErrorStream(true).start();
    }

    private static String end(Process terminal) throws IOException, InterruptedException {
        terminal.getOutputStream().write(CTRL_C);
        terminal.getOutputStream().flush();
        String printed = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        terminal.waitFor();
        return printed;
    }

    private static String readUntil(String end, InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
