package agentsettings.server.routes;

import io.vertx.core.http.HttpMethod;

/**
 * What is served at one path for one method.
 *
 * @param operation its name for the log and the metrics: the last step of the path
 * @param credentials who may call, in words, for readers of the table
 */
public record Route(HttpMethod method, String path, String operation, String credentials, Handler handler) {

    /** Responds to an exchange, now or when an outcome arrives. What it throws becomes the response. Must not block. */
    @FunctionalInterface
    public interface Handler {
        void handle(VendorExchange exchange);
    }

    /** A route for POST, as all of the vendor's are. */
    public static Route post(String path, String credentials, Handler handler) {
        return new Route(HttpMethod.POST, path, path.substring(path.lastIndexOf('/') + 1), credentials, handler);
    }
}
