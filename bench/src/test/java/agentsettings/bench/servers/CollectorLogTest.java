package agentsettings.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was allocated, by the collector's own words. */
class CollectorLogTest {

    @TempDir
    private Path folder;

    @Test
    void eachPauseFoundWhatTheOneBeforeLeftAndWhatWasAllocatedSince() throws Exception {
        Path log = folder.resolve("gc");
        Files.writeString(log, """
                [0.015s][info][gc] Using Serial
                [0.530s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->3M(61M) 2.907ms
                [0.918s][info][gc] GC(1) Pause Young (Allocation Failure) 20M->4M(61M) 3.117ms
                [1.518s][info][gc] GC(2) Pause Full (Metadata GC Threshold) 9M->2M(61M) 9.117ms
                """);

        assertThat(CollectorLog.allocatedBytes(log)).isEqualTo((17 + 17 + 5) * 1024.0 * 1024);
    }
}
