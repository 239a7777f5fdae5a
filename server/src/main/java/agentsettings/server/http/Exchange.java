package agentsettings.server.http;

import agentsettings.core.apps.Caller;
import agentsettings.wire.FailureResponses;
import agentsettings.wire.RequestException;
import agentsettings.wire.Response;
import agentsettings.wire.ReturnCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One request and its one answer. Lives on its connection's event loop and is touched by no other thread. It is handled when its
 * body is there, or as soon as that is known to be too large: then it is answered early, and the connection is closed.
 */
public final class Exchange {

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final HttpServerRequest request;
    private final RouteTable routes;
    private final RequestLog log;
    private final RequestBody body = new RequestBody();
    private boolean received;
    private boolean handled;
    private boolean answered;
    private boolean lastOfConnection;
    private Caller caller;

    Exchange(HttpServerRequest request, RouteTable routes, RequestLog log) {
        this.request = request;
        this.routes = routes;
        this.log = log;
    }

    /** Begins to receive the request's body. */
    void receive() {
        request.handler(this::append).endHandler(end -> end()).exceptionHandler(this::broken);
        if (!body.announce(header("content-length"))) {
            answerEarly();
        } else if ("100-continue".equalsIgnoreCase(header("expect"))) {
            var _ = request.response().writeContinue();
        }
    }

    /** Whether the whole request is there. */
    boolean isReceived() {
        return received;
    }

    /** The path as sent, without the query. */
    String path() {
        return request.path();
    }

    HttpMethod method() {
        return request.method();
    }

    /** The header's first value, null when it wasn't sent; names are case-insensitive. */
    public String header(String name) {
        return request.getHeader(name);
    }

    /** All values of the header, in the order they were sent. */
    public List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    /** Tells the request log who is calling. */
    public void calledBy(Caller identified) {
        caller = identified;
    }

    /**
     * The JSON body.
     *
     * @throws RequestException when it is of another media type or too large
     */
    public byte[] body() {
        MediaTypes.requireJson(header("content-type"), header("content-encoding"));
        return body.bytes();
    }

    /** Names the methods that the path takes. */
    void allow(String methods) {
        request.response().putHeader(HttpHeaders.ALLOW, methods);
    }

    /** Answers, unless that was done already. */
    public void answer(Response answer) {
        if (answered) {
            return;
        }
        answered = true;
        if (!request.response().closed()) {
            log.answered(request, caller, answer);
            var _ = ResponseWriter.write(request, answer, lastOfConnection).onComplete(written -> closeIfLast());
        }
    }

    /** Answers when the outcome is there, on this exchange's event loop. */
    public <O> void answerWhen(CompletionStage<O> stage, Function<O, Response> words) {
        CompletableFuture<O> outcome = stage.toCompletableFuture();
        if (outcome.isDone()) {
            answerNow(outcome, words);
            return;
        }
        Context eventLoop = Vertx.currentContext();
        var _ = outcome.whenComplete((o, failure) -> eventLoop.runOnContext(turn -> answerNow(outcome, words)));
    }

    /** Runs the task when the event loop has handled all that its connections have sent until now. */
    public void atEndOfTurn(Runnable task) {
        Vertx.currentContext().runOnContext(end -> task.run());
    }

    private <O> void answerNow(CompletableFuture<O> outcome, Function<O, Response> words) {
        try {
            answer(words.apply(outcome.join()));
        } catch (RuntimeException failure) {
            fail(failure instanceof CompletionException ? failure.getCause() : failure);
        }
    }

    /** Answers with a failure; what is our own fault is logged. */
    void fail(Throwable failure) {
        Response answer = FailureResponses.of(failure);
        if (answer.code() == ReturnCode.SERVICE_FAILED) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", failure);
        }
        answer(answer);
    }

    /** Ends an exchange that has taken its time: a request that doesn't arrive is dropped, an outcome that isn't there is told so. */
    void expire() {
        if (handled && !answered) {
            answer(FailureResponses.outcomeUnknown());
        } else if (!received) {
            var _ = request.connection().close();
        }
    }

    /** Answers a request that is no valid HTTP, and closes the connection. */
    void refuseMalformed(RequestException refusal) {
        handled = true;
        lastOfConnection = true;
        fail(refusal);
    }

    private void append(Buffer chunk) {
        if (!handled && !body.append(chunk)) {
            answerEarly();
        }
    }

    private void answerEarly() {
        lastOfConnection = true;
        handle();
    }

    private void end() {
        received = true;
        if (!handled) {
            handle();
        }
        closeIfLast();
    }

    private void handle() {
        handled = true;
        try {
            routes.handle(this);
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    private void broken(Throwable cause) {
        if (!received && !request.response().closed()) {
            refuseMalformed(
                    new RequestException(ReturnCode.VALUE_REFUSED, "The framing of the body is not valid HTTP."));
        }
    }

    private void closeIfLast() {
        boolean waitsForContinue = header("expect") != null;
        if (lastOfConnection && answered && (received || waitsForContinue)) {
            var _ = request.connection().close();
        }
    }
}
