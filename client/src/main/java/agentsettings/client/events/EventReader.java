package agentsettings.client.events;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads server-sent events as the HTML standard defines them, except that each must have an id, an unknown field is an
 * error, and an event has a limit. Reconnection times and types of events are ignored. Used by one thread.
 */
final class EventReader implements Closeable {

    /** Many times what a change with the longest values and a cursor of a thousand nodes have. In bytes. */
    static final int EVENT_MAX = 1024 * 1024;

    private static final Pattern ID = Pattern.compile("[!-~]{1,32768}");

    private final InputStream in;
    private boolean afterCarriageReturn;

    EventReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * Waits for the next event.
     *
     * @return null at the end; an event that is not complete by then does not count
     */
    SentEvent next() throws IOException {
        String id = null;
        StringBuilder data = null;
        int left = EVENT_MAX;
        for (String line = line(left); line != null; line = line(left)) {
            if (line.isEmpty() && id != null) {
                return new SentEvent(id, Optional.ofNullable(data).map(StringBuilder::toString));
            } else if (line.isEmpty() && data != null) {
                throw new InvalidEventException("an event has no id.");
            } else if (line.isEmpty() || line.startsWith(":")) {
                continue; // a comment keeps the connection open, however many there are
            }
            left -= line.length();
            switch (name(line)) {
                case "id" -> id = requireId(value(line));
                case "data" -> data = (data == null ? new StringBuilder() : data.append('\n')).append(value(line));
                case "event", "retry" -> {}
                default -> throw new InvalidEventException("the response is no stream of events.");
            }
        }
        return null;
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    /** It is sent back in a header. */
    private static String requireId(String id) throws InvalidEventException {
        if (!isId(id)) {
            throw new InvalidEventException("the id of an event is not valid.");
        }
        return id;
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** Returns the next line without its end, which is a line feed, a carriage return or both; null at the end. */
    private String line(int max) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            boolean second = b == '\n' && afterCarriageReturn;
            afterCarriageReturn = b == '\r';
            if (b == '\r' || (b == '\n' && !second)) {
                return bytes.toString(StandardCharsets.UTF_8);
            } else if (second) {
                continue;
            } else if (bytes.size() == max) {
                throw new InvalidEventException("an event is longer than " + EVENT_MAX + " bytes.");
            }
            bytes.write(b);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
