package agentsettings.acceptance.corpus;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the request of a step into bytes, adding {@code Host} and {@code Content-Length} where it has none. */
final class LiteralRequest {
    private LiteralRequest() {}

    static byte[] bytes(Step.Request request, Variables variables, URI base) {
        byte[] body = variables.bytes(request.body());
        Stream<String> own = Stream.concat(Stream.of(withPathOf(base, request.line())), request.headers().stream());
        Stream<String> host = request.has("host") ? Stream.empty() : Stream.of("Host: " + base.getAuthority());
        Stream<String> length = request.has("content-length") || request.has("transfer-encoding")
                ? Stream.empty()
                : Stream.of("Content-Length: " + body.length);
        String head = Stream.of(own, host, length).flatMap(lines -> lines).collect(Collectors.joining("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(variables.bytes(head + "\r\n\r\n"));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static String withPathOf(URI base, String requestLine) {
        String prefix = base.getPath().replaceFirst("/$", "");
        return requestLine.replaceFirst(" /", " " + prefix + "/");
    }
}
