package agentsettings.management.console;

import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Refuses what pages of other sites make a browser send with the cookie of a session. A browser says where a request comes from; and
 * what changes something must have a header that a page can't send to another site unasked. Stateless.
 */
public final class OwnPages {

    /** Says that the request comes from the console: {@value #BACKGROUND} if its page refreshes itself, else any value. */
    static final String HEADER = "x-console-request";

    private static final String BACKGROUND = "background";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /**
     * Requires that the request comes from a page of the console, or from the address bar if it only reads.
     *
     * @throws ProblemException if not
     */
    public static void require(HttpServerRequest request) {
        boolean safe = SAFE.contains(request.method());
        if (!isSameOrigin(request, safe) || (!safe && !request.headers().contains(HEADER))) {
            throw new ProblemException(
                    ProblemType.NOT_PERMITTED, "With the session of the console, only its own pages may send this.");
        }
    }

    /**
     * Requires that the request comes from no page of another site. For who is known by a certificate, which a browser presents as well,
     * but programs too, which send no header of this kind.
     *
     * @throws ProblemException if it does
     */
    public static void requireNoOther(HttpServerRequest request) {
        if (!isSameOrigin(request, SAFE.contains(request.method()))) {
            throw new ProblemException(
                    ProblemType.NOT_PERMITTED, "With a certificate alone, a page of another site may send nothing.");
        }
    }

    /** Whether somebody's action has caused the request. */
    public static boolean isByUser(HttpServerRequest request) {
        return !BACKGROUND.equals(request.getHeader(HEADER));
    }

    /** Browsers without {@code Sec-Fetch-Site} send {@code Origin} with what is not safe. */
    private static boolean isSameOrigin(HttpServerRequest request, boolean safe) {
        String site = request.getHeader("sec-fetch-site");
        if (site != null) {
            return site.equals("same-origin") || (safe && site.equals("none"));
        }
        String origin = request.getHeader("origin");
        return origin == null || origin.substring(origin.indexOf("://") + 1).equals("//" + request.getHeader("host"));
    }

    private OwnPages() {}
}
