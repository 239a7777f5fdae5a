package agentsettings.server.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that sends and reads text as it is, each character as one byte. Waits for a time that only a hanging server takes. */
final class RawClient implements AutoCloseable {

    private static final int HANGING_MILLIS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(HANGING_MILLIS);
        in = socket.getInputStream();
    }

    static String request(String line, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return line + " HTTP/1.1\r\nHost: localhost\r\nKey: secret\r\n" + more + "\r\n";
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** Sends no more. */
    RawClient closeOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Reads a response whose length is announced; the headers alone if none is. */
    String read() throws IOException {
        String head = readUntil("\r\n\r\n");
        Matcher length = LENGTH.matcher(head);
        return length.find() ? head + new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1) : head;
    }

    String readUntil(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Reads until the server closes the connection. */
    String readToEnd() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
