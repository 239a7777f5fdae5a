package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import agentsettings.acceptance.Conversation;
import agentsettings.acceptance.Conversation.EndsItsSide;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.http.ResponseRules;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What proxies add to requests, and what clients add to be taken for others: the address that is logged is the one that the proxy has added,
 * the request id that is told is plain, and nothing makes another line in the log.
 */
public final class ProxiedRequests {

    private static final String CLIENT = "203.0.113.9";
    private static final String PLAIN_ID = "[-_.:/+=0-9A-Za-z]{1,64}";
    private static final String LINE =
            "[0-9a-z.:%]+ vendor - [!-~]{1,35} [!-~]{1,203} \\d{3} \\d{1,4} \\d+\\.\\d ms " + PLAIN_ID;
    private static final byte[] REQUEST =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    /**
     * Sends a request. The first byte chooses who adds the client's address: nobody, a header or the PROXY protocol. Then come five lines with
     * the client's headers, or with the PROXY protocol the bytes that begin the connection.
     */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (input[0] % 4) {
            case 0 -> sendByProxyProtocol(rest);
            case 1 -> sendThroughProxy(rest, "X-Forwarded-For: %s, " + CLIENT + "\r\n", "");
            case 2 -> sendThroughProxy(rest, "", "Forwarded: %s, for=" + CLIENT + ";proto=https\r\n");
            default -> sendThroughProxy(rest, "X-Forwarded-For: %s\r\n", "Forwarded: %s\r\n");
        }
    }

    private static void sendByProxyProtocol(byte[] begin) throws IOException {
        ProxiedServer.BY_PROTOCOL.forget();
        byte[] all = Arrays.copyOf(begin, begin.length + REQUEST.length);
        System.arraycopy(REQUEST, 0, all, begin.length, REQUEST.length);
        for (RawResponse response : Conversation.hold(ProxiedServer.BY_PROTOCOL.uri(), all, EndsItsSide.AT_ONCE)
                .responses()) {
            requireGood(response, new String(begin, ISO_8859_1));
            requireGood(ProxiedServer.BY_PROTOCOL.next());
        }
    }

    private static void sendThroughProxy(byte[] headers, String older, String standard) throws IOException {
        String[] lines = new String(headers, ISO_8859_1).split("\n", 5);
        if (lines.length < 5) {
            return;
        }
        List<String> values = Arrays.stream(lines)
                .map(line -> line.replaceAll("[^\t -~\u0080-\u00ff]", "").strip())
                .toList();
        String request = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + older.replace("%s", values.get(0)) + standard.replace("%s", values.get(1))
                + header("X-Request-Id", values.get(2)) + header("traceparent", values.get(3))
                + header("tracestate", values.get(4)) + "\r\n";
        Conversation conversation =
                Conversation.hold(ProxiedServer.BY_HEADERS.uri(), request.getBytes(ISO_8859_1), EndsItsSide.AT_ONCE);
        RawResponse response = conversation.responses().getFirst();
        ProxiedServer.Seen seen = ProxiedServer.BY_HEADERS.next();
        requireGood(response, request);
        requireGood(seen);
        boolean isTold = older.isEmpty() || standard.isEmpty();
        if (response.status() == 200 && isTold && !seen.client().equals(CLIENT)) {
            throw new AssertionError("the client is " + seen.client());
        }
        String id = values.get(2);
        String told = response.headers().get("x-request-id");
        if (response.status() == 200 && id.matches(PLAIN_ID) != id.equals(told)) {
            throw new AssertionError("the request id is " + told);
        }
    }

    private static String header(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value + "\r\n";
    }

    private static void requireGood(RawResponse response, String request) {
        ResponseRules.fault(response, request).ifPresent(fault -> {
            throw new AssertionError(fault + ": " + response.text());
        });
        if (!Objects.requireNonNullElse(response.headers().get("x-request-id"), "")
                .matches(PLAIN_ID)) {
            throw new AssertionError("no plain request id: " + response.headers());
        }
    }

    private static void requireGood(ProxiedServer.Seen seen) {
        if (seen.failure() != null) {
            throw new AssertionError("an observer failed", seen.failure());
        }
        var _ = InetAddress.ofLiteral(seen.client());
        if (!seen.line().matches(LINE)) {
            throw new AssertionError("a line of the log is " + seen.line());
        }
    }

    private ProxiedRequests() {}
}
