package agentsettings.server.http;

import agentsettings.core.apps.Caller;
import agentsettings.wire.Response;
import io.vertx.core.http.HttpServerRequest;

/**
 * Writes a line for each answer: where from, what, by whom and how it went; never a header or a body. Safe for use by many
 * threads.
 *
 * @param enabled nothing is written otherwise
 */
record RequestLog(boolean enabled) {

    private static final System.Logger LOG = System.getLogger("agentsettings.requests");
    private static final int PATH_LENGTH_MAX = 200;

    void answered(HttpServerRequest request, Caller caller, Response answer) {
        if (enabled) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} {1} {2} {3} {4} {5}",
                    request.remoteAddress() == null
                            ? "-"
                            : request.remoteAddress().hostAddress(),
                    caller == null ? "-" : caller.appKey(),
                    request.method(),
                    printable(request.path()),
                    Integer.toString(answer.code().status()),
                    answer.code().code());
        }
    }

    /** A path can hold anything; in the log it is one short line of plain characters. */
    private static String printable(String path) {
        String text = path == null ? "-" : path;
        String start = text.length() > PATH_LENGTH_MAX ? text.substring(0, PATH_LENGTH_MAX) : text;
        return start.replaceAll("[^\\x21-\\x7E]", "?");
    }
}
