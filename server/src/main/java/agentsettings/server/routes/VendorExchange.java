package agentsettings.server.routes;

import agentsettings.core.apps.Caller;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.HttpFault;
import agentsettings.server.http.HttpResponse;
import agentsettings.server.http.head.RequestHead;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.server.observation.FinishedExchange.Door;
import agentsettings.server.security.Refused;
import agentsettings.wire.FailureResponses;
import agentsettings.wire.RequestException;
import agentsettings.wire.Response;
import agentsettings.wire.ReturnCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One request to the vendor's interface and its response. The route is called when the whole body has arrived, or once the body is known
 * to be too large. Confined to its connection's event loop.
 */
public final class VendorExchange implements ExchangeHandler {

    private static final System.Logger LOG = System.getLogger(VendorExchange.class.getName());
    private static final CharSequence JSON_UTF8 = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final int UNAVAILABLE = 503;

    private final HttpExchange http;
    private final VendorDoor door;
    private RequestException bodyTooLarge;
    private String operation = FinishedExchange.UNKNOWN;
    private Caller caller;
    private CompletableFuture<?> awaited;

    VendorExchange(HttpExchange http, VendorDoor door) {
        this.http = http;
        this.door = door;
    }

    @Override
    public void begin() {
        http.receive();
    }

    @Override
    public void received() {
        try {
            door.serve(this);
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    /** A body that is too large is reported by its route, since an unknown path and missing credentials come first. */
    @Override
    public void fail(HttpFault fault) {
        switch (fault) {
            case HttpFault.BodyTooLarge tooLarge -> {
                bodyTooLarge = HttpFaults.refusal(tooLarge);
                received();
            }
            case HttpFault.RequestTimeout() -> {} // the connection is closed without a response
            case HttpFault.ResponseTimeout() -> respondLate();
            default -> fail(HttpFaults.refusal(fault));
        }
    }

    /** Cancels the request, which responds to it, unless the store is executing it; then the outcome is unknown. */
    private void respondLate() {
        boolean cancelled = awaited != null && awaited.cancel(false);
        if (!cancelled) {
            fail(new OutcomeUnknown("it was still being executed when its time was over", null));
        }
    }

    RequestHead head() {
        return http;
    }

    /**
     * The header's value, null if it was not sent; names are case-insensitive.
     *
     * @throws RequestException if it was sent more than once, since a proxy before us may have checked another value than we would
     */
    public String header(String name) {
        String value = http.header(name);
        if (value != null && http.headers(name).size() > 1) {
            throw new RequestException(ReturnCode.VALUE_REFUSED, name + ": must be sent only once.");
        }
        return value;
    }

    /** Names the operation to those who observe the exchange. */
    void routed(Route route) {
        operation = route.operation();
    }

    /** Names the caller to those who observe the exchange. */
    public void calledBy(Caller authenticated) {
        caller = authenticated;
    }

    /**
     * The JSON body.
     *
     * @throws RequestException if it has another media type or is too large
     */
    public byte[] body() {
        MediaTypes.requireJson(
                http.header("content-type"), header("Content-Encoding")); // the listener refuses two of the first
        if (bodyTooLarge != null) {
            throw bodyTooLarge;
        }
        return http.body();
    }

    /** Responds, unless that was done already. */
    public void respond(Response response) {
        var _ = respond(response, RetryAfter.of(response), null);
    }

    /**
     * Responds, unless that was done already or the client is gone. Returns whether it did.
     *
     * @param headers those of the response besides the usual ones
     * @param cause why the service or its storage failed, null if neither did
     */
    boolean respond(Response response, Map<String, String> headers, Throwable cause) {
        ReturnCode code = response.code();
        if (!http.respond(new HttpResponse(code.status(), JSON_UTF8, headers, response.body()))) {
            return false;
        }
        String name = caller == null ? null : caller.actor().name();
        FinishedExchange finished = new FinishedExchange(
                http, Door.VENDOR, operation, code.status(), code.code(), name, false, http.nanos(), cause);
        door.finished(finished, http, response);
        return true;
    }

    /** Refuses the request. */
    public void refuse(Refused refused) {
        Response response = FailureResponses.of(refused.code(), refused.description());
        var _ = respond(response, RetryAfter.of(response, refused.retryAfter()), null);
    }

    /** Responds when the outcome is there, on this exchange's event loop. */
    public <O> void respondWhen(CompletionStage<O> stage, Function<O, Response> responses) {
        CompletableFuture<O> outcome = stage.toCompletableFuture();
        if (outcome.isDone()) {
            respondNow(outcome, responses);
            return;
        }
        awaited = outcome;
        Thread eventLoop = Thread.currentThread();
        Context context = Vertx.currentContext();
        var _ = outcome.whenComplete((o, failure) -> {
            if (Thread.currentThread().equals(eventLoop)) {
                respondNow(outcome, responses);
            } else {
                context.runOnContext(turn -> respondNow(outcome, responses));
            }
        });
    }

    private <O> void respondNow(CompletableFuture<O> outcome, Function<O, Response> responses) {
        try {
            respond(responses.apply(outcome.join()));
        } catch (RuntimeException failure) {
            fail(failure instanceof CompletionException ? failure.getCause() : failure);
        }
    }

    /** Responds with a failure. Of a fault of the service, the log must know even when the client is gone. */
    private void fail(Throwable failure) {
        Throwable cause = failure instanceof CancellationException
                ? new StoreUnavailable("it waited for the storage until its time was over", null)
                : failure;
        Response response = FailureResponses.of(cause);
        boolean refused = response.code().status() < UNAVAILABLE || response.code() == ReturnCode.OVERLOADED;
        boolean responded = respond(response, RetryAfter.of(response), refused ? null : cause);
        if (!responded && response.code() == ReturnCode.SERVICE_FAILED) {
            LOG.log(System.Logger.Level.ERROR, "A request failed whose client is gone", failure);
        }
    }
}
