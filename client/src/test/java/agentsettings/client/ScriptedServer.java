package agentsettings.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/** An HTTP server that does at each request what its script says, also what no good server does, and records all requests. */
public final class ScriptedServer implements AutoCloseable {

    /** A received request: its head as sent, and its body. */
    public record Request(String head, String body) {

        /** The end of the path, such as "create". */
        public String operation() {
            String path = head.split(" ", 3)[1];
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The header's value, empty if it was not sent. */
        public String header(String name) {
            Matcher line =
                    Pattern.compile("(?im)^" + Pattern.quote(name) + ": *(.*)$").matcher(head);
            return line.find() ? line.group(1).strip() : "";
        }
    }

    /** What happens at a request. */
    public interface Step {

        /** Writes to the connection, or closes it. */
        void perform(Socket connection) throws IOException, InterruptedException;
    }

    /** Chooses a step for each request. */
    public interface Script {

        Step next(Request request) throws InterruptedException;
    }

    private final ServerSocket listener;
    private final Thread acceptor;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public ScriptedServer(Script script) {
        this(script, ServerSocketFactory.getDefault());
    }

    public ScriptedServer(Script script, ServerSocketFactory sockets) {
        this.script = script;
        try {
            listener = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Responds with JSON. */
    public static Step json(int status, String body, String... headerLines) {
        return raw("HTTP/1.1 " + status
                + " Scripted\r\ncontent-type: application/json;charset=UTF-8\r\ncontent-length: "
                + body.getBytes(UTF_8).length + "\r\n"
                + String.join(
                        "", List.of(headerLines).stream().map(l -> l + "\r\n").toList()) + "\r\n" + body);
    }

    /** Sends the text as it is. */
    public static Step raw(String text) {
        return connection -> {
            connection.getOutputStream().write(text.getBytes(UTF_8));
            connection.getOutputStream().flush();
        };
    }

    /** Closes the connection instead of responding. */
    public static Step cut() {
        return Socket::close;
    }

    /** Never responds, and leaves the connection open. */
    public static Step silence() {
        return _ -> {};
    }

    /** Sends the text again and again until the client closes the connection. */
    public static Step endless(String begin, String repeated) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(begin.getBytes(UTF_8));
            while (true) {
                out.write(repeated.getBytes(UTF_8));
            }
        };
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    public List<Request> requests() {
        return requests;
    }

    /** The requests of this operation. */
    public List<Request> requests(String operation) {
        return requests.stream().filter(r -> r.operation().equals(operation)).toList();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                script.next(request).perform(connection);
            }
        } catch (IOException | InterruptedException e) {
            // the client has closed the connection, or the test is over
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.append((char) b);
        }
        Matcher length = Pattern.compile("content-length: (\\d+)")
                .matcher(head.toString().toLowerCase(Locale.ROOT));
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return new Request(head.toString(), new String(body, UTF_8));
    }

    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join(); // until then the system still accepts connections
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
