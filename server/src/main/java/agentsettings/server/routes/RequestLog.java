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
                    caller == null ? "-" : caller.actor().name(),
                    exchange.method(),
                    exchange.path() == null ? "-" : PlainText.of(exchange.path(), PATH_LENGTH_MAX),
                    Integer.toString(code.status()),
                    code.code());
        }
    }
}
