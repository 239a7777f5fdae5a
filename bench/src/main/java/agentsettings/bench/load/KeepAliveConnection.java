package agentsettings.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A keep-alive connection to a server, which sends one request at a time. Used by one thread. */
public final class KeepAliveConnection implements AutoCloseable {

    private static final String BASE = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream in;
    private byte[] responseBody = {};

    public KeepAliveConnection(URI server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends an operation on settings and returns the status. */
    public int post(String operation, byte[] body) throws IOException {
        return send(BASE + operation, body);
    }

    /** Sends a POST request and returns the status. */
    public int send(String path, byte[] body) throws IOException {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: bench\r\nX-APP-Key: "
                        + Samples.CALLER.actor().name() + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return exchange(request);
    }

    /** Sends the bytes of a request and returns the status. */
    public int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        responseBody = in.readNBytes(length);
        return status;
    }

    /** The body of the last response. */
    public String body() {
        return new String(responseBody, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection within the head of a response");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
