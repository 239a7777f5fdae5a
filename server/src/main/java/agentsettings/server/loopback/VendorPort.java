package agentsettings.server.loopback;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.server.config.HttpConfig;
import agentsettings.server.security.Authenticator;
import agentsettings.wire.names.HttpNames;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests of an app to the service's own port of the vendor's interface, over the network as any client does, with a token that
 * is issued for each and told to nobody. Blocks; safe for use by many threads.
 */
public final class VendorPort {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String HIDDEN_TOKEN = "Bearer ***";

    private final HttpConfig config;
    private final String host;
    private final int port;
    private final Authenticator authenticator;
    private final Vertx vertx;

    /**
     * Sends nothing yet.
     *
     * @param port the one that is listened on
     */
    public VendorPort(Vertx vertx, HttpConfig config, int port, Authenticator authenticator) {
        this.config = config;
        this.host = reachable(config.host());
        this.port = port;
        this.authenticator = authenticator;
        this.vertx = vertx;
    }

    /** The address of this machine for one that stands for all of them. */
    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "::1";
            default -> host;
        };
    }

    /** Sends a request with this body for the app, by what its edition requires of clients. */
    public VendorTrial send(App app, TriedOperation operation, String body) {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return new VendorTrial.Unreachable(obstacle.get());
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = headers(app, operation, bytes.length);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(host)
                .setPort(port)
                .setURI(operation.path());
        withToken(headers, app).forEach(options::putHeader);
        long began = System.nanoTime();
        HttpClient http = client();
        try {
            // the body is asked for on the event loop, as soon as the response begins: it passes by whoever asks later
            return http.request(options)
                    .compose(request -> request.send(Buffer.buffer(bytes))
                            .compose(response ->
                                    response.body().map(received -> responded(headers, response, received, began))))
                    .await(config.requestTimeout().plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception failure) { // also checked ones, which Vert.x throws undeclared
            return new VendorTrial.Unreachable("The service could not call its own port of the vendor's interface.");
        } finally {
            var _ = http.close();
        }
    }

    private HttpClient client() {
        return vertx.createHttpClient(new HttpClientOptions()
                .setSsl(config.hasTls())
                .setTrustAll(true) // the connection does not leave this machine
                .setVerifyHost(false));
    }

    private Optional<String> obstacle() {
        if (!config.tlsClientCa().toString().isEmpty()) {
            return Optional.of(
                    "The port requires a client's certificate (http.tls-client-ca), which the service has not.");
        }
        return config.proxyProtocol()
                ? Optional.of("The port takes connections of proxies (http.proxy-protocol), which the service is not.")
                : Optional.empty();
    }

    private Map<String, String> headers(App app, TriedOperation operation, int length) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        headers.put("Connection", "close");
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", Integer.toString(length));
        if (operation != TriedOperation.TOKEN) {
            headers.put(HttpNames.APP_KEY_HEADER, app.key());
            if (app.edition() == Edition.E2025) {
                headers.put(HttpNames.AUTHORIZATION_HEADER, HIDDEN_TOKEN);
            }
        }
        return headers;
    }

    private Map<String, String> withToken(Map<String, String> headers, App app) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.computeIfPresent(
                HttpNames.AUTHORIZATION_HEADER,
                (name, hidden) ->
                        "Bearer " + authenticator.issueToken(app, TOKEN_LIFE).accessToken());
        return all;
    }

    private static VendorTrial responded(
            Map<String, String> sent, HttpClientResponse response, Buffer body, long began) {
        return new VendorTrial.Responded(
                List.copyOf(sent.entrySet()),
                response.statusCode(),
                response.headers().entries(),
                body.toString(StandardCharsets.UTF_8),
                System.nanoTime() - began);
    }
}
