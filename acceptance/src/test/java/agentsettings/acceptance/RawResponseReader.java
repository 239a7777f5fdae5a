package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.1 answers from a stream, one at a time, and never a byte further. */
final class RawResponseReader {
    private static final byte[] NO_BODY = {};
    private static final byte[] RESPONSE_START = "HTTP/1.".getBytes(ISO_8859_1);

    private final InputStream in;

    RawResponseReader(InputStream in) {
        this.in = in;
    }

    RawResponse read(boolean respondsToHead) throws IOException {
        return read(() -> respondsToHead);
    }

    /**
     * Reads the response to what may be a HEAD or not, as when the request is malformed. Takes it for one to a HEAD if another response or
     * the end of the stream, which must support marks, follows its headers.
     */
    RawResponse readPossiblyToHead() throws IOException {
        return read(this::isAtResponseOrEnd);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private RawResponse read(Condition respondsToHead) throws IOException {
        int status = status(line());
        Map<String, String> headers = headers();
        boolean bodiless = status < 200 || status == 204 || status == 304 || respondsToHead.holds();
        return new RawResponse(status, headers, bodiless ? NO_BODY : body(headers));
    }

    private boolean isAtResponseOrEnd() throws IOException {
        in.mark(RESPONSE_START.length);
        byte[] next = in.readNBytes(RESPONSE_START.length);
        in.reset();
        return next.length == 0 || Arrays.equals(next, RESPONSE_START);
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
            throw new IOException("not an HTTP status line: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("not an HTTP header: " + line);
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("closed after " + bytes.length + " of " + length + " bytes of a body");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed before the end of an answer's head, after: " + line);
            }
            line.write(next);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
