package agentsettings.acceptance.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Gives sound requests odd request lines and odd headers. */
final class OddHeads {

    private static final List<String> NAMES = List.of(
            "X-APP-Key",
            "Authorization",
            "Content-Type",
            "X-TenantSpaceID",
            "Idempotency-Key",
            "X-Token-Expire",
            "Accept",
            "Host",
            "Connection",
            "Expect",
            "Upgrade",
            "Content-Encoding",
            "TE",
            "Trailer",
            "Cookie",
            "X Y",
            "",
            " X",
            "X\0",
            "X\u00e9",
            "X(",
            "__proto__",
            "X-\u007f",
            "Content-Length ",
            "Transfer_Encoding");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "demo-app",
            "Bearer",
            "Bearer ",
            "Bearer a.b.c",
            "bearer \0",
            "application/json;charset=utf-16",
            "text/plain",
            "application/json; charset=\"utf-8\"",
            "\u00ff\u00fe",
            "a\0b",
            "a\rb",
            "a\nb",
            "close",
            "keep-alive",
            "upgrade",
            "100-continue",
            "h2c",
            "websocket",
            "gzip",
            "999999999999",
            "-1",
            "\u007f",
            "\\",
            "\"",
            "a\r\n folded");
    private static final List<String> METHODS = List.of(
            "GET",
            "PUT",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "PATCH",
            "TRACE",
            "CONNECT",
            "post",
            "BREW",
            "",
            "P\u00d6ST",
            "PRI");
    private static final List<String> PATHS = List.of(
            "/",
            "*",
            "",
            "//",
            "/..",
            "/%00",
            "/%zz",
            "http://x/",
            "localhost:80",
            "/apiaccess/../etc/passwd",
            "/\u00ff",
            "/a b",
            "?",
            "/apiaccess/CC-Management/v1/openapp/agentsettings/query/",
            "/apiaccess/CC-Management/v1/openapp/agentsettings/QUERY");
    private static final List<String> VERSIONS = List.of(
            "HTTP/1.1",
            "HTTP/1.1",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/2.0",
            "HTTP/9.9",
            "http/1.1",
            "HTTP/1.1 x",
            "HTTP/11",
            "HTTPS/1.1",
            "");

    private final RandomGenerator random;

    OddHeads(RandomGenerator random) {
        this.random = random;
    }

    /** HEAD comes with nothing else odd, since before the client ends its side, nobody can tell where a response to what may be a HEAD ends. */
    Request line(Request request) {
        String method = pick(METHODS);
        if (method.equals("HEAD")) {
            return request.withLine("HEAD / HTTP/1.1");
        }
        String path = random.nextBoolean() ? pick(PATHS) : request.line().split(" ", 3)[1];
        return request.withLine(method + " " + path + " " + pick(VERSIONS));
    }

    Request headers(Request request) {
        Request odd = request;
        for (int headers = random.nextInt(1, 6); headers > 0; headers--) {
            odd = odd.with(pick(NAMES) + (random.nextInt(12) == 0 ? "" : ": ") + pick(VALUES));
        }
        return switch (random.nextInt(8)) {
            case 0 -> odd.with("X-Long: " + "v".repeat(random.nextInt(12_000)));
            case 1 -> odd.with("N".repeat(random.nextInt(1, 12_000)) + ": v");
            case 2 -> odd.with("X: y\r\n".repeat(random.nextInt(1, 4000)) + "X: z");
            default -> odd;
        };
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
