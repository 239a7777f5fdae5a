package agentsettings.client.http;

import agentsettings.client.ClientConfig;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.Executed;
import agentsettings.client.http.Attempt.NotExecuted;
import agentsettings.client.http.Attempt.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    private static final int OK = 200;

    private final HttpClient http;
    private final BodyHandler<byte[]> body;
    private final Duration readTimeout;

    /**
     * Creates a sender.
     *
     * @param responseMax maximum size of a response's body, in bytes, except of one that is a stream
     */
    public HttpSender(ClientConfig config, long responseMax) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), responseMax);
        this.readTimeout = config.requestTimeout();
    }

    /**
     * Sends the request and blocks until its response is complete, the time is over, or the thread is interrupted,
     * which it then still is.
     *
     * @param timeout for all of it
     * @param reader reads what the response says
     */
    public <T> Attempt<T> send(
            HttpRequest request, Duration timeout, Redaction redaction, Function<HttpReply, Attempt<T>> reader) {
        return exchange(request, body, timeout, redaction, response -> reader.apply(reply(response, response.body())));
    }

    /**
     * Sends the request and blocks until the head of its response has arrived. The outcome is the body of a 200, as a
     * stream that waits for the request time-out of the configuration at each read. It is held in memory in small
     * parts, and must be closed.
     *
     * @param timeout until the head has arrived; of another response than 200, also for the body
     * @param reader reads what another response than 200 says
     */
    public Attempt<InputStream> open(
            HttpRequest request,
            Duration timeout,
            Redaction redaction,
            Function<HttpReply, Attempt<InputStream>> reader) {
        BodyHandler<Object> streamed = head -> head.statusCode() == OK
                ? HttpResponse.BodySubscribers.mapping(new BodyInputStream(readTimeout, redaction), stream -> stream)
                : HttpResponse.BodySubscribers.mapping(body.apply(head), bytes -> bytes);
        return exchange(request, streamed, timeout, redaction, response -> switch (response.body()) {
            case InputStream stream -> opened(response.headers(), stream);
            case Object bytes -> reader.apply(reply(response, (byte[]) bytes));
        });
    }

    /** A body that ends with the connection would look complete however early it ends. */
    private static Attempt<InputStream> opened(HttpHeaders headers, InputStream stream) {
        boolean endIsMarked = headers.firstValue("Transfer-Encoding").isPresent()
                || headers.firstValue("Content-Length").isPresent();
        if (endIsMarked) {
            return new Executed<>(stream);
        }
        try (stream) {
            return new Unknown<>(Cause.of("the response does not say where it ends."));
        } catch (IOException e) {
            throw new IllegalStateException("closing does not read", e);
        }
    }

    private <B, T> Attempt<T> exchange(
            HttpRequest request,
            BodyHandler<B> handler,
            Duration timeout,
            Redaction redaction,
            Function<HttpResponse<B>, Attempt<T>> reader) {
        CompletableFuture<HttpResponse<B>> response = http.sendAsync(request, handler);
        try {
            return reader.apply(response.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            abandon(response);
            return new Unknown<>(Cause.of("no complete response within " + timeout + "."));
        } catch (InterruptedException e) {
            abandon(response);
            Thread.currentThread().interrupt();
            return new Unknown<>(Cause.of("the thread was interrupted."));
        } catch (ExecutionException e) {
            return failed(e.getCause(), redaction);
        }
    }

    /** A stream that has come just now would otherwise keep its connection. */
    private static <B> void abandon(CompletableFuture<HttpResponse<B>> response) {
        boolean hasCome = !response.cancel(true) && response.state() == Future.State.SUCCESS;
        if (hasCome && response.resultNow().body() instanceof BodyInputStream stream) {
            stream.close();
        }
    }

    private static HttpReply reply(HttpResponse<?> response, byte[] body) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new HttpReply(response.statusCode(), response.headers().firstValue("ETag"), retryAfter, body);
    }

    /** A failure to connect, TLS included, comes before anything of the request is sent. */
    private static <T> Attempt<T> failed(Throwable failure, Redaction redaction) {
        String reason = redaction.apply(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return switch (failure) {
            case HttpConnectTimeoutException e -> new NotExecuted<>(Cause.of("can't connect in time."));
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException ->
                new NotExecuted<>(Cause.of("can't connect: the host is unknown."));
            case ConnectException e
            when e.getMessage() == null -> // the HTTP client does not tell; it was refused, nearly always
                new NotExecuted<>(Cause.of("can't connect: nothing accepts the connection."));
            case ConnectException e -> new NotExecuted<>(Cause.of("can't connect: " + reason + "."));
            case SSLHandshakeException e
            when isCausedBy(CertPathBuilderException.class, e) ->
                new NotExecuted<>(Cause.of(
                        "can't connect by TLS: this JVM does not trust the authority of the service's certificate."));
            case SSLHandshakeException e -> new NotExecuted<>(Cause.of("can't connect by TLS: " + reason + "."));
            case ProtocolException e -> new Unknown<>(Cause.of("the response is not valid HTTP."));
            case IOException e -> new Unknown<>(Cause.of("no complete response: " + reason + "."));
            case RuntimeException e -> // for instance of a Content-Length that is no number
                new Unknown<>(Cause.of("the response is not valid HTTP."));
            default -> throw new IllegalStateException("the request could not be sent", failure);
        };
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /**
     * Waits for the responses that are still expected, at most for the request time-out, and closes the connections.
     */
    @Override
    public void close() {
        http.shutdown();
        try {
            http.awaitTermination(readTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow(); // ends streams that nobody reads or closes
        http.close();
    }
}
