package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 connection that sends exactly the bytes it is given, however wrong, and reads answers one by one. Connecting
 * and each read give up after {@link #TIMEOUT}. For one thread at a time.
 */
public final class RawHttp implements AutoCloseable {
    public static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final byte[] HEAD = "HEAD ".getBytes(ISO_8859_1);

    private final Socket socket;
    private final BufferedInputStream in;
    private boolean askedForHeadOnly;

    /** The port of this end of the connection. */
    public int localPort() {
        return socket.getLocalPort();
    }

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Opens a connection to the host and port of {@code base}, over TLS when its scheme is https. */
    public static RawHttp connect(URI base) throws IOException {
        return connect(base, TIMEOUT);
    }

    /** Opens a connection whose reads give up after {@code timeout}. */
    public static RawHttp connect(URI base, Duration timeout) throws IOException {
        boolean secure = "https".equals(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(base.getHost(), port), (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            socket.setTcpNoDelay(true);
            return new RawHttp(secure ? encrypted(socket, base.getHost(), port) : socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Builds a request; {@code Host} and {@code Content-Length} are added unless {@code headers} has them, so spelt. */
    public static byte[] request(String method, String path, Map<String, String> headers, byte[] body) {
        Map<String, String> complete = new LinkedHashMap<>(headers);
        complete.putIfAbsent("Host", "localhost");
        complete.putIfAbsent("Content-Length", String.valueOf(body.length));
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        complete.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    public void send(byte[] bytes) throws IOException {
        askedForHeadOnly = bytes.length >= HEAD.length && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads the next response; {@code 100 Continue} is a response of its own.
     *
     * @throws java.io.EOFException when the peer closes before or within a response
     * @throws SocketTimeoutException when nothing comes within {@link #TIMEOUT}
     */
    public RawResponse read() throws IOException {
        return new RawResponseReader(in).read(askedForHeadOnly);
    }

    /** Returns true when the peer closes within {@link #TIMEOUT}, false when it stays or sends anything more. */
    public boolean closedByPeer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
