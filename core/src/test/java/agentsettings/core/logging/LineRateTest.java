package agentsettings.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A line in each interval, which tells of those left out. */
final class LineRateTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LineRate rate = new LineRate(Duration.ofNanos(10), now::get);
    private final List<String> lines = new ArrayList<>();

    @Test
    void linesOfAnIntervalAreCountedAndTheNextOneTells() {
        rate.log(lines::add);
        rate.log(lines::add);
        now.addAndGet(9); // beyond the largest number, as a clock of nanoseconds may go
        rate.log(lines::add);
        assertThat(lines).containsExactly("");
        now.addAndGet(1);
        rate.log(lines::add);
        assertThat(lines).last().isEqualTo(" (2 more since the last such line)");
        now.addAndGet(10);
        rate.log(lines::add);
        assertThat(lines).last().isEqualTo("");
    }
}
