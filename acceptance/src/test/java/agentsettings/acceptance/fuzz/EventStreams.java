package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.client.ClientConfig;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.events.EventSource;
import agentsettings.client.events.SentEvent;
import agentsettings.client.http.Attempt;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Backoff;
import agentsettings.client.http.Pause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Streams of events that a client receives: it reads the same events however the bytes arrive, and a plain reading of the text has them too. */
public final class EventStreams {

    private static final Pattern ID = Pattern.compile("[!-~]{1,32768}");
    private static final Cause NO_MORE = Cause.of("there is no other connection");

    /** What was received, and whether something that is no event ended it. */
    private record Received(List<SentEvent> events, boolean isInvalid) {}

    /** Reads the input as a stream; then what was read is written and read again. */
    public static void fuzzerTestOneInput(byte[] input) {
        Received received = receive(new ByteArrayInputStream(input));
        requireEqual(received, receive(new OneByteAtATime(input)), "read byte by byte");
        requireEqual(received, plainly(input), "read plainly");
        requireEqual(
                new Received(received.events, false),
                receive(new ByteArrayInputStream(written(received.events))),
                "written and read");
    }

    private static void requireEqual(Received expected, Received actual, String how) {
        if (!expected.equals(actual)) {
            throw new AssertionError(how + ", the stream has " + actual + " instead of " + expected);
        }
    }

    /** By the client, over one connection. */
    private static Received receive(InputStream body) {
        List<SentEvent> events = new ArrayList<>();
        List<Attempt<InputStream>> attempts =
                new ArrayList<>(List.of(new Attempt.Executed<>(body), new Attempt.Rejected<>(NO_MORE)));
        EventSource source = new EventSource(
                "fuzzed",
                last -> attempts.removeFirst(),
                new Backoff(ClientConfig.of(URI.create("http://127.0.0.1")), new Random(1)),
                new NoPause(),
                0);
        try {
            source.run(Optional.empty(), events::add);
            throw new AssertionError("ends without a reason");
        } catch (RequestRejectedException whole) {
            return new Received(events, false);
        } catch (ServiceUnavailableException invalid) {
            return new Received(events, true);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    /** The events of the whole text, as the standard defines them. */
    private static Received plainly(byte[] bytes) {
        List<SentEvent> events = new ArrayList<>();
        List<String> data = new ArrayList<>();
        String id = null;
        for (String line : lines(bytes)) {
            String[] field = line.split(":", 2);
            String value = field.length == 1 ? "" : field[1].startsWith(" ") ? field[1].substring(1) : field[1];
            if (line.isEmpty()) {
                if (id == null && !data.isEmpty()) {
                    return new Received(events, true);
                } else if (id != null) {
                    events.add(new SentEvent(
                            id, data.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", data))));
                }
                id = null;
                data.clear();
            } else if (field[0].equals("id") && ID.matcher(value).matches()) {
                id = value;
            } else if (field[0].equals("data")) {
                data.add(value);
            } else if (!List.of("", "event", "retry").contains(field[0])) {
                return new Received(events, true);
            }
        }
        return new Received(events, false);
    }

    /** The lines that have an end. */
    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            boolean pair = i > 0 && bytes[i - 1] == '\r' && bytes[i] == '\n';
            boolean isEnd = bytes[i] == '\r' || bytes[i] == '\n';
            if (isEnd && !pair) {
                lines.add(line.toString(UTF_8));
                line.reset();
            } else if (!isEnd) {
                line.write(bytes[i]);
            }
        }
        return lines;
    }

    private static byte[] written(List<SentEvent> events) {
        StringBuilder text = new StringBuilder();
        for (SentEvent event : events) {
            text.append("id: ").append(event.id()).append('\n');
            for (String line : event.data().map(data -> data.split("\n", -1)).orElse(new String[0])) {
                text.append("data: ").append(line).append('\n');
            }
            text.append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /** The waits between connections, which take no time here. */
    private static final class NoPause implements Pause {

        @Override
        public boolean pause(Duration time) {
            return true;
        }

        @Override
        public void end() {}

        @Override
        public boolean isEnded() {
            return false;
        }
    }

    private EventStreams() {}
}
