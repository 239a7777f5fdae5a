package agentsettings.server.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A line in each interval, with the number of those left out. */
final class LineRateTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LineRate rate = new LineRate(Duration.ofNanos(10), now::get);

    @Test
    void linesOfAnIntervalAreCountedAndTheNextOneTells() {
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isNegative();
        now.addAndGet(9); // beyond the largest number, as a clock of nanoseconds may go
        assertThat(rate.take()).isNegative();
        now.addAndGet(1);
        assertThat(rate.take()).isEqualTo(2);
        now.addAndGet(10);
        assertThat(rate.take()).isZero();
    }
}
