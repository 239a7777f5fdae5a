package agentsettings.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What Linux tells of real processes. */
class ProcessesTest {

    @Test
    void theProcessorTimeOfAProcessThatHasEndedStaysWithItsParent() throws IOException {
        // bash waits for a child that works, tells so, and waits for its input to end
        Process parent = new ProcessBuilder(
                        "bash", "-c", "bash -c 'for ((i = 0; i < 300000; i++)); do :; done'; echo worked; read _")
                .start();
        try (BufferedReader said = parent.inputReader()) {
            assertThat(said.readLine()).isEqualTo("worked");

            assertThat(new Processes(parent.toHandle()).cpuMicros()).isGreaterThanOrEqualTo(100_000);
        } finally {
            parent.destroy();
        }
    }
}
