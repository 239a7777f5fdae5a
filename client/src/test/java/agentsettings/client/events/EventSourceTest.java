package agentsettings.client.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.http.Attempt;
import agentsettings.client.http.Backoff;
import agentsettings.client.http.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source of events says in the log about connections that end. */
final class EventSourceTest {

    private static final Logger LOG = Logger.getLogger(EventSource.class.getName());

    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().equals(Level.WARNING)) {
                warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void aReaderThatClosesTheStreamLosesNoConnection() {
        assertThatThrownBy(() -> run(true)).isInstanceOf(InterruptedException.class);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aConnectionThatBreaksIsLost() {
        assertThatThrownBy(() -> run(false)).isInstanceOf(InterruptedException.class);
        assertThat(warnings).containsExactly("stream: lost the connection, trying again: it broke");
    }

    /** Reads from connections that break; the reader interrupts the first or, while it is tried again, the second. */
    private static void run(boolean isClosedAtOnce) throws InterruptedException {
        int[] connections = {0};
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                if (isClosedAtOnce || connections[0] == 2) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("it broke");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        EventSource.Connector connector = last -> {
            connections[0]++;
            return new Attempt.Executed<>(broken);
        };
        Backoff backoff = new Backoff(ClientConfig.of(URI.create("http://127.0.0.1")), new Random(1));
        new EventSource("stream", connector, backoff, Pause.real(), 5).run(Optional.empty(), event -> {});
    }
}
