package agentsettings.client.vendor;

import agentsettings.client.ClientConfig;
import agentsettings.client.ClientException;
import agentsettings.client.http.Attempt;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.Prevented;
import agentsettings.client.http.Attempt.Rejected;
import agentsettings.client.http.Deadline;
import agentsettings.client.http.HttpSender;
import agentsettings.client.http.Pause;
import agentsettings.client.http.Redaction;
import agentsettings.client.http.RetryLoop;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.names.HttpNames;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Sends an app's requests, with a token if the app has a secret. Thread-safe. */
final class VendorCalls implements AutoCloseable {

    /** Far more than any response has. In bytes. */
    private static final long RESPONSE_MAX = 64 * 1024;

    private final ClientConfig config;
    private final AppCredentials app;
    private final InstantSource clock;
    private final Pause pause;
    private final RetryLoop retries;
    private final HttpSender sender;
    private final TokenCache tokens;

    VendorCalls(ClientConfig config, AppCredentials app, InstantSource clock, RandomGenerator random, Pause pause) {
        this.config = config;
        this.app = app;
        this.clock = clock;
        this.pause = pause;
        this.retries = new RetryLoop(config, clock, random, pause);
        this.sender = new HttpSender(config, RESPONSE_MAX);
        this.tokens = new TokenCache(this::fetchToken, clock);
    }

    /**
     * Sends the request, with a new token once if the service refuses its token.
     *
     * @param headers alternately names and values
     * @throws ClientException if there is no outcome
     */
    <T> T execute(VendorOperation<T> operation, byte[] body, String... headers) {
        if (pause.isEnded()) {
            throw new IllegalStateException("the client is closed");
        }
        HttpRequest.Builder request = request(operation, body).header(HttpNames.APP_KEY_HEADER, app.appKey());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return retries.run(operation.operation(), new Call<>(operation, request));
    }

    String newIdempotencyKey() {
        return retries.newIdempotencyKey();
    }

    private HttpRequest.Builder request(VendorOperation<?> operation, byte[] body) {
        return HttpRequest.newBuilder(config.resolve(operation.path()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private Token fetchToken() {
        String secret = app.appSecret().orElseThrow();
        HttpRequest request = request(TokenCodec.FETCH, TokenCodec.request(app.appKey(), secret))
                .build();
        Redaction secrets = new Redaction(List.of(secret));
        Instant begin = clock.instant();
        TokenCodec.Issued issued = retries.run(
                TokenCodec.FETCH.operation(), deadline -> send(TokenCodec.FETCH, request, secrets, deadline));
        return Token.of(issued.text(), begin, issued.life());
    }

    private <T> Attempt<T> send(
            VendorOperation<T> operation, HttpRequest request, Redaction redaction, Deadline deadline) {
        return sender.send(
                request,
                deadline.remaining(config.requestTimeout()),
                redaction,
                new ReplyReader<>(operation, redaction)::read);
    }

    /** Lets no other attempt begin, waits for those under way, and closes the connections. */
    @Override
    public void close() {
        pause.end();
        sender.close();
    }

    /** The attempts of one call. Used by one thread. */
    private final class Call<T> implements Function<Deadline, Attempt<T>> {

        private final VendorOperation<T> operation;
        private final HttpRequest.Builder request;
        private boolean tokenRenewed;

        Call(VendorOperation<T> operation, HttpRequest.Builder request) {
            this.operation = operation;
            this.request = request;
        }

        @Override
        public Attempt<T> apply(Deadline deadline) {
            if (app.appSecret().isEmpty()) {
                return send(operation, request.build(), new Redaction(List.of()), deadline);
            }
            Token token;
            try {
                token = tokens.get(deadline.remaining(config.overallTimeout()));
            } catch (ClientException failure) {
                return new Prevented<>(failure);
            }
            request.setHeader(HttpNames.AUTHORIZATION_HEADER, "Bearer " + token.text());
            Redaction secrets =
                    new Redaction(List.of(token.text(), app.appSecret().get()));
            Attempt<T> attempt = send(operation, request.build(), secrets, deadline);
            if (!tokenRenewed && isTokenRefused(attempt)) {
                tokenRenewed = true;
                tokens.discard(token);
                return apply(deadline);
            }
            return attempt;
        }

        private boolean isTokenRefused(Attempt<T> attempt) {
            return attempt instanceof Rejected<T>(Cause cause)
                    && cause.code().equals(Optional.of(ReturnCode.TOKEN_REFUSED.code()));
        }
    }
}
