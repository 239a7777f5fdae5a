package agentsettings.client.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an event, and what is none. */
final class EventReaderTest {

    private static List<SentEvent> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<SentEvent> read(InputStream in) throws IOException {
        List<SentEvent> events = new ArrayList<>();
        try (EventReader reader = new EventReader(in)) {
            for (SentEvent event = reader.next(); event != null; event = reader.next()) {
                events.add(event);
            }
        }
        return events;
    }

    private static SentEvent event(String id, String data) {
        return new SentEvent(id, Optional.ofNullable(data));
    }

    @Test
    void anEventHasAnIdAndPerhapsData() throws IOException {
        assertThat(
                        read(
                                "id: a.1-2\ndata: {}\n\nid: b\n\n: alive\n\nid:c\n:alive\nevent: e\nretry: 9\ndata:ü\ndata\ndata: 1\n\n"))
                .containsExactly(event("a.1-2", "{}"), event("b", null), event("c", "ü\n\n1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void aLineEndsInEachOfThreeWays(String end) throws IOException {
        assertThat(read(String.join(end, "id: 1", "data: x", "", ": alive", "", "id: 2", "", "")))
                .containsExactly(event("1", "x"), event("2", null));
    }

    @Test
    void anEventThatIsCutOffDoesNotCount() throws IOException {
        String events = "id: 1\ndata: x\n\nid: 2\ndata: y\n\n";
        for (int length = 0; length < events.length(); length++) {
            assertThat(read(events.substring(0, length))).hasSize(length < 15 ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data: x\n\n", "id: a b\n\n", "id: ü\n\n", "id:\ndata: x\n\n", "<html>\n", "{\"items\":[]}\n"})
    void whatIsNoEventIsAnError(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidEventException.class);
    }

    @Test
    void anEventIsNotReadPastItsLimit() {
        for (String part : List.of("x", "data: x\n", "id: x\n")) {
            Repeated endless = new Repeated(part.getBytes(UTF_8));
            assertThatThrownBy(() -> read(endless))
                    .isInstanceOf(InvalidEventException.class)
                    .hasMessage("an event is longer than 1048576 bytes.");
            assertThat(endless.count).isLessThan(3L * EventReader.EVENT_MAX);
        }
    }

    @Test
    void commentsAreNotCountedTogether() throws IOException {
        String comments = (": " + "x".repeat(EventReader.EVENT_MAX / 2) + "\n").repeat(5);
        assertThat(read(comments + "id: 1\n\n")).containsExactly(event("1", null));
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private long count;

        Repeated(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes[(int) (count++ % bytes.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
