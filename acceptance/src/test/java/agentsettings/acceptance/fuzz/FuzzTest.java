package agentsettings.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzes each reader for some inputs beyond its corpus. {@code -Dfuzz.seconds} fuzzes all targets for a time instead, {@code -Dfuzz.target}
 * one target only; what was found stays in {@code target/fuzz}.
 */
final class FuzzTest {

    private static final List<Class<?>> READERS = List.of(VendorBodies.class, ImportFiles.class);
    private static final List<Class<?>> CONNECTIONS = List.of(VendorConnections.class, ManagementRequests.class);
    private static final String SECONDS = System.getProperty("fuzz.seconds");
    private static final int RUNS = 1000;
    private static final int INPUT_LENGTH_MAX = 4096;
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");
    private static final Path FINDINGS = Path.of("target", "fuzz");

    /** A short run leaves out those that have a server started. */
    static Stream<Class<?>> targets() {
        String only = System.getProperty("fuzz.target");
        return Stream.of(READERS, CONNECTIONS)
                .flatMap(List::stream)
                .filter(target -> only == null
                        ? SECONDS != null || READERS.contains(target)
                        : only.equals(target.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("targets")
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
                "--instrumentation_includes=agentsettings.**",
                "--custom_hook_excludes=**",
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
