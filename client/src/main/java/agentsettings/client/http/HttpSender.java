package agentsettings.client.http;

import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.NotExecuted;
import agentsettings.client.http.Attempt.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a request once and receives its response, within a time and a size. Follows no redirect, which could carry a
 * token to another host. Connections are kept for later requests. Thread-safe.
 */
public final class HttpSender implements AutoCloseable {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final HttpClient http;
    private final BodyHandler<byte[]> body;

    /**
     * Creates a sender.
     *
     * @param connectTimeout maximum time to connect
     * @param responseMax maximum size of a response's body, in bytes
     */
    public HttpSender(Duration connectTimeout, long responseMax) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), responseMax);
    }

    /**
     * Sends the request and blocks until its response is complete, the time is over, or the thread is interrupted, which
     * it then still is.
     *
     * @param timeout for all of it
     * @param reader reads what the response says
     */
    public <T> Attempt<T> send(
            HttpRequest request, Duration timeout, Redaction redaction, Function<HttpReply, Attempt<T>> reader) {
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(request, body);
        try {
            return reader.apply(reply(response.get(timeout.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException e) {
            response.cancel(true);
            return new Unknown<>(Cause.of("no complete response within " + timeout + "."));
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return new Unknown<>(Cause.of("the thread was interrupted."));
        } catch (ExecutionException e) {
            return failed(e.getCause(), redaction);
        }
    }

    private static HttpReply reply(HttpResponse<byte[]> response) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new HttpReply(response.statusCode(), retryAfter, response.body());
    }

    /** A failure to connect, TLS included, comes before anything of the request is sent. */
    private static <T> Attempt<T> failed(Throwable failure, Redaction redaction) {
        String reason = redaction.apply(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return switch (failure) {
            case HttpConnectTimeoutException e -> new NotExecuted<>(Cause.of("can't connect in time."));
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException ->
                new NotExecuted<>(Cause.of("can't connect: the host is unknown."));
            case ConnectException e -> new NotExecuted<>(Cause.of("can't connect: " + reason + "."));
            case SSLHandshakeException e -> new NotExecuted<>(Cause.of("can't connect by TLS: " + reason + "."));
            case ProtocolException e -> new Unknown<>(Cause.of("the response is not valid HTTP."));
            case IOException e -> new Unknown<>(Cause.of("no complete response: " + reason + "."));
            case RuntimeException e -> // for instance of a Content-Length that is no number
                new Unknown<>(Cause.of("the response is not valid HTTP."));
            default -> throw new IllegalStateException("the request could not be sent", failure);
        };
    }

    /** Waits for the responses that are still expected, and closes the connections. */
    @Override
    public void close() {
        http.close();
    }
}
