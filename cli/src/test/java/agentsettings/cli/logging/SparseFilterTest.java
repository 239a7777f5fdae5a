package agentsettings.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Lines that clients can bring out as often as they like don't fill the log. */
final class SparseFilterTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final SparseFilter filter = new SparseFilter(nanoTime::get);

    @Test
    void aLineAMinuteIsLoggedAndSaysHowManyWereLeftOut() {
        assertThat(filter.isLoggable(line("first"))).isTrue();
        assertThat(filter.isLoggable(line("second"))).isFalse();
        assertThat(filter.isLoggable(line("third"))).isFalse();

        nanoTime.set(Duration.ofMinutes(1).toNanos());
        LogRecord fourth = line("fourth");
        assertThat(filter.isLoggable(fourth)).isTrue();
        assertThat(fourth.getMessage()).isEqualTo("fourth (2 more since the last such line)");
    }

    private static LogRecord line(String message) {
        return new LogRecord(Level.WARNING, message);
    }
}
