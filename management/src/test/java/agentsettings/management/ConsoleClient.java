package agentsettings.management;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends what browsers send to the console. Used by one thread. */
final class ConsoleClient implements AutoCloseable {

    /** The header by which the console's own pages are known. */
    static final String[] OWN = {"x-console-request", "user"};

    private final HttpClient http = HttpClient.newHttpClient();
    private final ManagementServer server;

    ConsoleClient(ManagementServer server) {
        this.server = server;
    }

    HttpResponse<String> signIn(String key) {
        return send("POST", "/console/session", "{\"key\":\"" + key + "\"}", OWN);
    }

    /** The cookie of a session, as a header of requests. */
    static String cookie(HttpResponse<String> response) {
        String cookie = header(response, "set-cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.management(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("content-type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
