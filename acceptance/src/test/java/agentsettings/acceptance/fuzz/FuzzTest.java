package agentsettings.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gives each target its corpus, and fuzzes two for some inputs beyond it. {@code -Dfuzz.seconds} fuzzes all targets for a time instead,
 * {@code -Dfuzz.target} one target only; what was found stays in {@code target/fuzz}.
 */
final class FuzzTest {

    private static final List<Class<?>> FUZZED_SHORTLY = List.of(VendorBodies.class, ImportFiles.class);
    private static final List<Class<?>> OTHERS = List.of(
            AuthorizationHeaders.class,
            EventStreams.class,
            ClientResponses.class,
            ProxiedRequests.class,
            Cursors.class,
            VendorConnections.class,
            ManagementRequests.class,
            Http2Frames.class);
    private static final String SECONDS = System.getProperty("fuzz.seconds");
    private static final int RUNS = 1000;
    private static final int INPUT_LENGTH_MAX = 4096;
    private static final String INSTRUMENTED =
            "agentsettings.**:io.netty.handler.codec.http2.**:io.netty.handler.codec.haproxy.**:com.nimbusds.**";
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");
    private static final Path FINDINGS = Path.of("target", "fuzz");

    static Stream<Class<?>> allTargets() {
        return Stream.of(FUZZED_SHORTLY, OTHERS).flatMap(List::stream);
    }

    static Stream<Class<?>> fuzzedTargets() {
        String only = System.getProperty("fuzz.target");
        return allTargets()
                .filter(target -> only == null
                        ? SECONDS != null || FUZZED_SHORTLY.contains(target)
                        : only.equals(target.getSimpleName()));
    }

    /** In this process, which costs little. */
    @ParameterizedTest
    @MethodSource("allTargets")
    void theCorpusBreaksNothing(Class<?> target) throws IOException, ReflectiveOperationException {
        Method fuzzed = target.getMethod("fuzzerTestOneInput", byte[].class);
        try (Stream<Path> inputs = Files.list(CORPUS.resolve(target.getSimpleName()))) {
            for (Path input : inputs.toList()) {
                fuzzed.invoke(null, (Object) Files.readAllBytes(input));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fuzzedTargets")
    void noInputBreaksTheReader(Class<?> target) throws IOException, InterruptedException {
        Path found = Files.createDirectories(FINDINGS.resolve(target.getSimpleName()));
        Path log = found.resolve("fuzzing.log");
        Process fuzzing = new ProcessBuilder(command(target, found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(fuzzing.waitFor()).as(() -> endOf(log)).isZero();
    }

    private static List<String> command(Class<?> target, Path found) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (SECONDS == null ? 1 : 4), // a short run ends before it is compiled well
                "-Xmx512m",
                Jazzer.class.getName(),
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--custom_hook_excludes=**",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery", // targets connect
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_len=" + INPUT_LENGTH_MAX,
                Files.createDirectories(found.resolve("inputs")).toString(),
                CORPUS.resolve(target.getSimpleName()).toString()));
        command.addAll(SECONDS == null ? List.of("-runs=" + RUNS, "-seed=1") : List.of("-max_total_time=" + SECONDS));
        return command;
    }

    private static String endOf(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
