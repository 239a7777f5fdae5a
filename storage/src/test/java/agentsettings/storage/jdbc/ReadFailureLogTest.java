package agentsettings.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often reads fail, the log gets a line a second, which says how many failed. */
final class ReadFailureLogTest {

    private final Logger logger = Logger.getLogger(ReadFailureLog.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final ReadFailureLog log = new ReadFailureLog(nanos::get);

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage() + ": " + entry.getThrown().getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void aThousandFailuresInASecondAreOneLineAndACount() {
        for (int i = 0; i < 1000; i++) {
            log.failed(new IllegalStateException("failure " + i));
        }
        assertThat(lines).containsExactly("A read failed: failure 0");
        nanos.addAndGet(ReadFailureLog.INTERVAL.toNanos());
        log.failed(new IllegalStateException("the next"));
        assertThat(lines).last().isEqualTo("A read failed (999 more since the last such line): the next");
    }
}
