package agentsettings.management.console;

import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.server.security.KeyAuthenticator;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Serves the console. Reads its files when the first is asked for. Safe for use by many threads. */
public final class ConsolePages {

    private static final String HOME = "/console/";
    private static final String SESSION = HOME + "session";
    private static final int FOUND = 302;

    /** What a page may do: run the console's own scripts, and call the service it came from. Nothing may put it into a frame. */
    private static final Map<String, String> PROTECTION = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " require-trusted-types-for 'script'; trusted-types lit-html",
            "referrer-policy",
            "no-referrer",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "x-frame-options",
            "DENY");

    private final SessionPage session;

    /** Holds the files, which nobody needs who does not open the console. */
    private static final class Loaded {
        static final ConsoleFiles FILES = ConsoleFiles.load();
    }

    /** The console, served over TLS or not. */
    public ConsolePages(ConsoleSessions sessions, KeyAuthenticator authenticator, boolean overTls) {
        session = new SessionPage(sessions, authenticator, overTls);
    }

    /** The name under which requests for the path are counted, null if it is none of the console's. */
    public String operation(String path) {
        if (path == null || !(path.equals("/") || path.equals("/console") || path.startsWith(HOME))) {
            return null;
        }
        return path.equals(SESSION) ? "consoleSession" : "console";
    }

    /**
     * The response to a request, null if it does not ask for the console.
     *
     * @param address the client's, null if it is gone
     * @throws ProblemException if it cannot be served
     */
    public ApiResponse respond(HttpServerRequest request, byte[] body, String address) {
        String path = request.path();
        if (operation(path) == null) {
            return null;
        } else if (path.equals(SESSION)) {
            return session.respond(request, body, address);
        } else if (!request.method().equals(HttpMethod.GET)) {
            throw new ProblemException(
                    ProblemType.METHOD_NOT_ALLOWED, "This path takes only GET.", Map.of("allow", "GET"));
        }
        ApiResponse response = path.startsWith(HOME)
                ? file(request, path.substring(HOME.length()))
                : ApiResponse.empty(FOUND).with("location", "console/");
        for (Map.Entry<String, String> header : PROTECTION.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static ApiResponse file(HttpServerRequest request, String name) {
        ConsoleFile file = name.isEmpty() ? Loaded.FILES.index() : Loaded.FILES.find(name);
        if (file == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this path.");
        }
        String caching = name.isEmpty() ? "no-cache" : "public, max-age=31536000, immutable";
        ApiResponse response = file.tag().equals(request.getHeader("if-none-match"))
                ? ApiResponse.notModified(file.tag())
                : content(request, file).with("etag", file.tag());
        return response.with("cache-control", caching).with("vary", "accept-encoding");
    }

    private static ApiResponse content(HttpServerRequest request, ConsoleFile file) {
        String accepted = request.getHeader("accept-encoding");
        return accepted != null && accepted.contains("gzip")
                ? ApiResponse.of(200, file.mediaType(), file.compressed()).with("content-encoding", "gzip")
                : ApiResponse.of(200, file.mediaType(), file.content());
    }
}
