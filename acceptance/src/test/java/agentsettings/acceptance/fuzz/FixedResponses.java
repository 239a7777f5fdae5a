package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that gives one response to every request, until it is told another. It stays until its process ends. */
final class FixedResponses {

    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

    private final ServerSocket listener;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile byte[] response = new byte[0];

    FixedResponses() {
        try {
            listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Has the server give this response from now on; the header lines are complete with their ends. */
    void respond(int status, String headerLines, byte[] body) {
        boolean bodiless = status == 204 || status == 304;
        String head = "HTTP/1.1 " + status + " Fuzzed\r\n" + headerLines
                + (bodiless ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(ISO_8859_1));
        bytes.writeBytes(bodiless ? new byte[0] : body);
        response = bytes.toByteArray();
        requests.set(0);
    }

    /** The number of requests that had this response. */
    int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (hasRequest(in)) {
                requests.incrementAndGet();
                connection.getOutputStream().write(response);
            }
        } catch (IOException clientIsGone) {
            // then there is nobody to respond to
        }
    }

    private static boolean hasRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            head.append((char) b);
        }
        Matcher length = LENGTH.matcher(head.toString().toLowerCase(Locale.ROOT));
        if (length.find()) {
            in.skipNBytes(Long.parseLong(length.group(1)));
        }
        return true;
    }
}
