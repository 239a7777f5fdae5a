package agentsettings.server.http.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One clear line for each protocol that a client speaks in vain, and no flood of them. */
final class ForeignProtocolLogTest {

    private final Logger logger = Logger.getLogger(ForeignProtocolLog.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final AtomicLong nanoTime = new AtomicLong();
    private final ForeignProtocolLog log = new ForeignProtocolLog(nanoTime::get);

    @BeforeEach
    void record() {
        logger.setUseParentHandlers(false);
        logger.addHandler(recorder);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(recorder);
        logger.setUseParentHandlers(true);
    }

    @Test
    void eachProtocolHasALineAMinuteThatCountsTheOthers() {
        for (int i = 0; i < 100; i++) {
            log.spoken(ForeignProtocol.TLS, "10.0.0." + i, 8080);
            log.spoken(ForeignProtocol.HTTP_2, "10.0.1." + i, 8080);
        }
        assertThat(lines)
                .containsExactly(
                        "A client at 10.0.0.0 speaks TLS to port 8080, which serves HTTP without TLS; use http://, or set"
                                + " a certificate for the port",
                        "A client at 10.0.1.0 speaks HTTP/2 without negotiation (prior knowledge) to port 8080, which"
                                + " serves HTTP/1.1; configure the client for HTTP/1.1");
        nanoTime.addAndGet(ForeignProtocolLog.INTERVAL.toNanos());
        log.spoken(ForeignProtocol.TLS, "10.0.0.7", 8080);
        assertThat(lines.getLast()).startsWith("A client at 10.0.0.7 ").endsWith(" (99 more since the last such line)");
        nanoTime.addAndGet(ForeignProtocolLog.INTERVAL.toNanos());
        log.spoken(ForeignProtocol.TLS, "10.0.0.8", 8080);
        assertThat(lines.getLast()).startsWith("A client at 10.0.0.8 ").endsWith("for the port");
    }
}
