package agentsettings.acceptance;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server tells systemd that it is ready, that it lives, and that it stops; and without a management interface it loads no metrics. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SystemdTest {

    @TempDir
    private Path folder;

    /** A datagram socket as systemd has one. */
    private static final class Receiver implements AutoCloseable {

        private static final int AF_UNIX = 1;
        private static final int SOCK_DGRAM = 2;
        private static final Linker LINKER = Linker.nativeLinker();

        private final Arena arena = Arena.ofShared();
        private final int socket;

        /** At a path, or in the abstract namespace if it begins with a zero. */
        Receiver(String path) throws Throwable {
            byte[] bytes = path.getBytes(UTF_8);
            socket = (int) function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)
                    .invokeWithArguments(AF_UNIX, SOCK_DGRAM, 0);
            MemorySegment address = arena.allocate(2 + bytes.length);
            address.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(bytes, 0, address, JAVA_BYTE, 2, bytes.length);
            assertThat(function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT)
                            .invokeWithArguments(socket, address, (int) address.byteSize()))
                    .isEqualTo(0);
        }

        @SuppressWarnings("restricted") // the tests are run with native access
        private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
            return LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, parameters));
        }

        String receive() throws Throwable {
            MemorySegment buffer = arena.allocate(100);
            long length = (long) function("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)
                    .invokeWithArguments(socket, buffer, 100L, 0);
            return new String(buffer.asSlice(0, length).toArray(JAVA_BYTE), UTF_8);
        }

        @Override
        public void close() {
            try {
                function("close", JAVA_INT, JAVA_INT).invokeWithArguments(socket);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            arena.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerTellsItsState(boolean isAbstract) throws Throwable {
        String path = folder.resolve("notify").toString();
        ProcessBuilder builder = ChildJvm.command(List.of(
                "serve",
                "--demo",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
        builder.environment().put("NOTIFY_SOCKET", isAbstract ? "@" + path : path);
        builder.environment().put("WATCHDOG_USEC", "200000");
        builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        try (Receiver receiver = new Receiver(isAbstract ? "\0" + path : path)) {
            Process server = builder.start();
            try {
                assertThat(receiver.receive()).isEqualTo("READY=1");
                assertThat(folder.resolve("out")).content().contains("AgentSettings is listening on ");
                assertThat(receiver.receive()).isEqualTo("WATCHDOG=1");
                assertThat(receiver.receive()).isEqualTo("WATCHDOG=1");
                server.destroy();
                String message = receiver.receive();
                while (message.equals("WATCHDOG=1")) {
                    message = receiver.receive();
                }
                assertThat(message).isEqualTo("STOPPING=1");
                assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(server.exitValue()).isZero();
                assertThat(folder.resolve("err")).content().doesNotContain("WARNING");
            } finally {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void withoutAManagementInterfaceNothingOfTheMetricsIsLoaded() throws Exception {
        Path classes = folder.resolve("classes");
        ProcessBuilder builder = ChildJvm.command(List.of(
                "serve",
                "--demo",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
        builder.environment().put("AGENTSETTINGS_MANAGEMENT_PORT", "");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
        Process server = builder.redirectError(folder.resolve("err").toFile()).start();
        try (var out = server.inputReader(UTF_8)) {
            assertThat(out.lines().anyMatch(line -> line.startsWith("AgentSettings is listening on ")))
                    .isTrue();
            assertThat(classes)
                    .content()
                    .contains(" agentsettings.server.Observation ")
                    .doesNotContain(" io.micrometer.", " io.prometheus.", " io.opentelemetry.")
                    .doesNotContain(" agentsettings.server.metrics.Metrics ")
                    .doesNotContain(" agentsettings.cli.systemd.NotifySocket ");
        } finally {
            server.destroyForcibly();
        }
    }
}
