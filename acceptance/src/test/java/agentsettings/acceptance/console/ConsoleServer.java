package agentsettings.acceptance.console;

import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server with its demo data and a hundred more agents, as a contact centre may have them. */
final class ConsoleServer implements AutoCloseable {

    static final String ADMIN_KEY = "ask_demoadmn_demo-management-key-for-local-use-only";
    static final String TENANT = "202205116084";

    private static final Pattern LINK = Pattern.compile("To sign in to the console, open (\\S+)");

    private final ServerProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private ConsoleServer(ServerProcess process) {
        this.process = process;
    }

    static ConsoleServer start() {
        try {
            Path data = Files.createTempDirectory("console");
            ConsoleServer server = new ConsoleServer(ServerProcess.startDemo(data.resolve("data")));
            new ContactCentre(server).fill();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of the management listener, without a path. */
    String base() {
        return process.management().toString();
    }

    /** The link that the server has printed, which signs in once. */
    String demoLink() {
        Matcher link = LINK.matcher(process.output());
        if (!link.find()) {
            throw new AssertionError("no link in: " + process.output());
        }
        return link.group(1);
    }

    /** Sends a request to the management interface with the demo's key and requires that it succeeds. */
    String call(String method, String path, String body) {
        HttpResponse<String> response = send(method, "/api/v1" + path, body, "authorization", "Bearer " + ADMIN_KEY);
        if (response.statusCode() >= 400) {
            throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Waits until the vendor's interface takes an app and its secret, or until it refuses them. */
    void awaitSignIn(String appKey, String secret, boolean accepted) {
        String body = "{\"app_key\": \"" + appKey + "\", \"app_secret\": \"" + secret + "\"}";
        URI tokens = process.base().resolve("/apigovernance/api/oauth/tokenByAkSk");
        while (send("POST", tokens, body).body().contains("AccessToken") != accepted) {
            Thread.onSpinWait();
        }
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, URI.create(base() + path), body, headers);
    }

    private HttpResponse<String> send(String method, URI address, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("content-type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.close();
    }
}
