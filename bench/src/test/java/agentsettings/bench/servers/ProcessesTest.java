package agentsettings.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
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
}
