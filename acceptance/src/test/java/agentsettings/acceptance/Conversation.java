package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a server says to one client that sends all of its bytes, ends its own side of the connection, and listens on.
 *
 * @param responses in their order, without {@code 100 Continue}
 * @param flaw what was wrong with how the connection went, null when nothing was
 */
public record Conversation(List<RawResponse> responses, String flaw) {

    private static final int READ_AHEAD_BYTES = 1;

    private static final String HEAD = "HEAD ";

    /** When the client ends its side. */
    public enum EndsItsSide {
        AT_ONCE,
        AFTER_FIRST_ANSWER
    }

    /** Holds the conversation over a new connection; it ends when the server closes that, or says nothing for too long. */
    public static Conversation hold(URI base, byte[] bytes, EndsItsSide when) throws IOException {
        List<RawResponse> responses = new ArrayList<>();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), (int) RawHttp.TIMEOUT.toMillis());
            socket.setSoTimeout((int) RawHttp.TIMEOUT.toMillis());
            socket.setTcpNoDelay(true);
            send(socket, bytes, when);
            return new Conversation(responses, listen(socket, bytes, responses));
        }
    }

    /** A server that has answered early may close before everything is sent, so a failure to send is no flaw. */
    private static void send(Socket socket, byte[] bytes, EndsItsSide when) {
        try {
            socket.getOutputStream().write(bytes);
            if (when == EndsItsSide.AT_ONCE) {
                socket.shutdownOutput();
            }
        } catch (IOException answeredEarly) {
            // what it answered is read next
        }
    }

    private static String listen(Socket socket, byte[] bytes, List<RawResponse> responses) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        RawResponseReader reader = new RawResponseReader(in);
        String sent = new String(bytes, ISO_8859_1);
        try {
            while (hasMore(in)) {
                RawResponse response = sent.contains(HEAD) && socket.isOutputShutdown()
                        ? reader.readPossiblyToHead()
                        : reader.read(sent.stripLeading().startsWith(HEAD));
                if (response.status() != 100) {
                    responses.add(response);
                    endSide(socket);
                }
            }
            return null;
        } catch (SocketTimeoutException e) {
            return "left waiting";
        } catch (SocketException e) {
            return responses.isEmpty() ? "connection reset" : null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static void endSide(Socket socket) {
        try {
            if (!socket.isOutputShutdown()) {
                socket.shutdownOutput();
            }
        } catch (IOException closedByServer) {
            // then there is nothing to end
        }
    }

    private static boolean hasMore(InputStream in) throws IOException {
        in.mark(READ_AHEAD_BYTES);
        boolean more = in.read() >= 0;
        if (more) {
            in.reset();
        }
        return more;
    }
}
