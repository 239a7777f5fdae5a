package agentsettings.management.console;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The cookie that holds the secret of a session. Scripts can't read it, and browsers send it with requests of the console's own pages only.
 * Stateless.
 */
public final class SessionCookie {

    private static final String NAME = "agentsettings-session";
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

    /** The secret that a request was sent with. */
    public static Optional<String> read(HttpServerRequest request) {
        for (String header : request.headers().getAll("cookie")) {
            for (String pair : header.split(";", -1)) {
                String cookie = pair.strip();
                if (cookie.startsWith(NAME + "=")) {
                    return Optional.of(cookie.substring(NAME.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The header that makes the browser keep the secret until it is closed. */
    static String keep(String secret, boolean secure) {
        return NAME + "=" + secret + ATTRIBUTES + (secure ? "; Secure" : "");
    }

    /** The header that makes the browser forget the secret. */
    static String forget(boolean secure) {
        return keep("", secure) + "; Max-Age=0";
    }

    private SessionCookie() {}
}
