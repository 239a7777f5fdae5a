package agentsettings.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The allocation according to the collector's log. */
class CollectorLogTest {

    @TempDir
    private Path folder;

    @Test
    void theAllocationIsWhatEachPauseFindsBeyondWhatTheLastOneLeft() throws Exception {
        Path log = folder.resolve("gc");
        Files.writeString(log, """
                [0.015s][info][gc] Using Serial
                [0.530s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->3M(61M) 2.907ms
                [0.918s][info][gc] GC(1) Pause Young (Allocation Failure) 20M->4M(61M) 3.117ms
                [1.518s][info][gc] GC(2) Pause Full (Metadata GC Threshold) 9M->2M(61M) 9.117ms
                """);

        assertThat(CollectorLog.read(log)).isEqualTo(new CollectorLog.Allocated((17 + 17 + 5) * 1024.0 * 1024, 3));
    }

    @Test
    void fewCollectionsGiveNoFigure() {
        CollectorLog.Allocated before = new CollectorLog.Allocated(1e6, 100);

        assertThat(new CollectorLog.Allocated(9e6, 109).since(before)).isNaN();
        assertThat(new CollectorLog.Allocated(9e6, 110).since(before)).isEqualTo(8e6);
    }
}
