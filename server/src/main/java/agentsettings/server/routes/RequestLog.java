package agentsettings.server.routes;

import agentsettings.core.apps.Caller;
import agentsettings.server.http.HttpExchange;
import agentsettings.wire.ReturnCode;

/**
 * Writes a line for each response: client, app, method, path, status and returnCode; never a header or a body. Safe for use by many
 * threads.
 *
 * @param enabled whether anything is written
 */
record RequestLog(boolean enabled) {

    private static final System.Logger LOG = System.getLogger("agentsettings.requests");
    private static final int PATH_LENGTH_MAX = 200;

    void responded(HttpExchange exchange, Caller caller, ReturnCode code) {
        if (enabled) {
            String host = exchange.remoteHost();
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} {1} {2} {3} {4} {5}",
                    host == null ? "-" : host,
                    caller == null ? "-" : caller.appKey(),
                    exchange.method(),
                    printable(exchange.path()),
                    Integer.toString(code.status()),
                    code.code());
        }
    }

    /** Shortens a path, which can hold anything, to one line of plain characters. */
    private static String printable(String path) {
        String text = path == null ? "-" : path;
        String start = text.length() > PATH_LENGTH_MAX ? text.substring(0, PATH_LENGTH_MAX) : text;
        return start.replaceAll("[^\\x21-\\x7E]", "?");
    }
}
