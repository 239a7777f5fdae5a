package agentsettings.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The CPU time of real processes. */
class ProcessesTest {

    @Test
    void theCpuTimeOfAnEndedProcessCountsForItsParent() throws IOException {
        // bash runs a child that works, prints a line, and waits for the end of its input
        Process parent = new ProcessBuilder(
                        "bash", "-c", "bash -c 'for ((i = 0; i < 300000; i++)); do :; done'; echo worked; read _")
                .start();
        try (BufferedReader output = parent.inputReader()) {
            assertThat(output.readLine()).isEqualTo("worked");

            assertThat(new Processes(parent.toHandle()).cpuMicros()).isGreaterThanOrEqualTo(100_000);
        } finally {
            parent.destroy();
        }
    }

    @Test
    void theCpuTimeOfTheCompilersOfAJvmDoesNotCount() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xcomp",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StdinReader.class.getName())
                .start();
        try (BufferedReader output = jvm.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started");

            double counted = new Processes(jvm.toHandle()).cpuMicros();
            assertThat(counted).isPositive();
            assertThat(jvm.info().totalCpuDuration().orElseThrow().toNanos() / 1e3)
                    .isGreaterThan(1.1 * counted);
        } finally {
            jvm.destroy();
        }
    }

    /** A program that waits for the end of its input. */
    static final class StdinReader {

        public static void main(String[] arguments) throws IOException {
            System.out.println("started");
            System.in.readAllBytes();
        }
    }
}
