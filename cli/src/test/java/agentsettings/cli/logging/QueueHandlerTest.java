package agentsettings.cli.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever logs never waits, and what could not be logged is counted. */
@Timeout(60)
final class QueueHandlerTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Pattern DROPPED = Pattern.compile("(\\d+) log records were dropped");

    /** A stream whose reader has stopped reading, until it is opened. */
    private static final class Pipe extends OutputStream {

        final CountDownLatch opened = new CountDownLatch(1);
        final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            written.write(bytes, offset, length);
        }

        List<String> lines() {
            return written.toString(UTF_8).lines().toList();
        }
    }

    private final Pipe pipe = new Pipe();
    private final QueueHandler handler = new QueueHandler(pipe, new Formatter() {
        @Override
        public String format(LogRecord entry) {
            return entry.getMessage() + "\n";
        }
    });

    @Test
    void whoeverLogsNeverWaitsForAReaderThatHasStopped() {
        int published = 5 * QueueHandler.QUEUE_MAX;
        publish(published);
        assertThat(handler.await(Duration.ofMillis(100))).isFalse();
        pipe.opened.countDown();
        assertThat(handler.await(LONG)).isTrue();
        Matcher last = DROPPED.matcher(pipe.lines().getLast());
        assertThat(last.find()).as(pipe.lines().getLast()).isTrue();
        int dropped = Integer.parseInt(last.group(1));
        assertThat(dropped).isGreaterThanOrEqualTo(published - QueueHandler.QUEUE_MAX - 1);
        assertThat(pipe.lines().size() - 1 + dropped).isEqualTo(published);
    }

    @Test
    void whatIsReadIsCompleteAndInOrder() {
        pipe.opened.countDown();
        publish(100);
        assertThat(handler.await(LONG)).isTrue();
        assertThat(pipe.lines()).hasSize(100).startsWith("record 0", "record 1").endsWith("record 99");
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            handler.publish(new LogRecord(Level.INFO, "record " + i));
        }
    }
}
