package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import agentsettings.acceptance.settings.SettingsClient;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How connections are read and written, and what the log says of it. */
class TransportTest {

    private static final boolean BUILD_HAS_IO_URING = Transport.IO_URING != null;
    private static final boolean TESTED_BY_IO_URING = "io_uring".equals(System.getProperty("http.transport"));
    private static final String TRANSPORT = "AGENTSETTINGS_HTTP_TRANSPORT";
    private static final String STRACE = "/usr/bin/strace";

    /** As a container does whose profile does not permit it. */
    private static final List<String> WITHOUT_IO_URING = List.of(
            STRACE,
            "--follow-forks",
            "--quiet=all",
            "--seccomp-bpf",
            "--trace=io_uring_setup",
            "--inject=io_uring_setup:error=EPERM",
            "--output=/dev/null");

    @TempDir
    private Path folder;

    @Test
    void nioServesByDefault() throws IOException, InterruptedException {
        ProcessBuilder command = command("");
        command.environment().remove(TRANSPORT);
        try (ServerProcess server = ServerProcess.start(command)) {
            assertThat(firstLine(server)).contains(" by NIO, ");
            requireServing(server);
        }
    }

    @Test
    void ioUringServesOnRequestOrTheLogSaysWhyNot() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(command("auto"))) {
            assertThat(firstLine(server))
                    .containsPattern(
                            TESTED_BY_IO_URING
                                    ? " by io_uring, "
                                    : " by (io_uring|NIO \\(io_uring can't be used here: [^)]+\\)), ");
            requireServing(server);
        }
    }

    @Test
    void nioServesWhereIoUringIsForbidden() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(withoutIoUring(command("auto")))) {
            assertThat(firstLine(server))
                    .contains(" by NIO (io_uring can't be used here: ", "Operation not permitted), ");
            requireServing(server);
            server.terminateTraced();
        }
    }

    @Test
    void aStartWithIoUringIsRefusedWhereItIsForbidden() throws IOException, InterruptedException {
        assertThat(refusal(withoutIoUring(command("io_uring"))))
                .contains("http.transport: io_uring can't be used here: ", "Operation not permitted.");
    }

    @Test
    void aStartWithIoUringIsRefusedByABuildWithoutIt() throws IOException, InterruptedException {
        assumeFalse(BUILD_HAS_IO_URING, "takes a build without io_uring");
        assertThat(refusal(command("io_uring")))
                .contains("http.transport: io_uring can't be used here: this build is without it.");
    }

    private String refusal(ProcessBuilder command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(output).content().doesNotContain(" by NIO");
        return Files.readString(output);
    }

    private ProcessBuilder command(String transport) {
        String data = folder.resolve("data").toString();
        ProcessBuilder command = ChildJvm.command(List.of("serve", "--demo", "--port", "0", "--data", data));
        command.environment().put(TRANSPORT, transport);
        return command;
    }

    private static ProcessBuilder withoutIoUring(ProcessBuilder command) {
        assumeTrue(BUILD_HAS_IO_URING, "takes a build with io_uring");
        assumeTrue(Files.isExecutable(Path.of(STRACE)), "takes strace");
        return command.command(Stream.concat(WITHOUT_IO_URING.stream(), command.command().stream())
                .toList());
    }

    private static String firstLine(ServerProcess server) {
        return server.errors().lines().findFirst().orElseThrow();
    }

    private static void requireServing(ServerProcess server) throws IOException {
        try (RawHttp client = RawHttp.connect(server.base())) {
            client.send(SettingsClient.request("query", SettingsClient.DEMO_APP, Map.of(), "{\"userId\":\"nobody\"}"));
            assertThat(client.read().text()).contains("5001");
        }
    }
}
