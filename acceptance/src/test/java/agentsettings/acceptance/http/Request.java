package agentsettings.acceptance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request in parts that can be changed one by one. Each character stands for the one byte of the same number.
 *
 * @param line the request line
 * @param headers each as {@code Name: value}
 */
record Request(String line, List<String> headers, String body) {

    private static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";

    Request {
        headers = List.copyOf(headers);
    }

    /** A call of the demo's app, complete but for the framing. */
    static Request call(String operation, String json) {
        return new Request(
                "POST " + SETTINGS + operation + " HTTP/1.1",
                List.of("Host: localhost", "X-APP-Key: demo-app", "Content-Type: application/json"),
                bytesOf(json));
    }

    /** A query of the demo's app, complete. */
    static Request query(String userId) {
        return call("query", "{\"userId\":\"" + userId + "\"}").withLength();
    }

    /** The text's bytes in UTF-8, a character for each. */
    static String bytesOf(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    Request with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Request(line, more, body);
    }

    Request withLine(String other) {
        return new Request(other, headers, body);
    }

    Request withBody(String other) {
        return new Request(line, headers, other);
    }

    /** With the length that its body has. */
    Request withLength() {
        return with("Content-Length: " + body.length());
    }

    /** Without any length. */
    Request unframed() {
        List<String> others = headers.stream()
                .filter(header -> !header.startsWith("Content-Length:"))
                .toList();
        return new Request(line, others, body);
    }

    /** The same in HTTP/1.0. */
    Request inHttp10() {
        return withLine(line.replace("HTTP/1.1", "HTTP/1.0"));
    }

    /** The head alone, with the blank line that ends it. */
    String head() {
        return line + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    String text() {
        return head() + body;
    }

    byte[] bytes() {
        return text().getBytes(ISO_8859_1);
    }
}
