package agentsettings.management;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.ApiResponse.Delivery;
import agentsettings.management.problems.ProblemException;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.HttpFault;
import agentsettings.server.http.HttpResponse;
import agentsettings.server.http.head.RequestId;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.server.observation.FinishedExchange.Door;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** One request to the management interface and its response. Begun on the event loop, served on a virtual thread. */
final class ManagementExchange implements ExchangeHandler, ApiCaller {

    private static final System.Logger LOG = System.getLogger(ManagementExchange.class.getName());
    private static final int CHUNK = 32 * 1024;

    private final HttpExchange http;
    private final ApiOperations operations;
    private final ExchangeObserver observer;
    private volatile ManagementKey caller;

    ManagementExchange(HttpExchange http, ApiOperations operations, ExchangeObserver observer) {
        this.http = http;
        this.operations = operations;
        this.observer = observer;
    }

    /** A body that breaks a limit is refused by the listener; then the request is not served. */
    @Override
    public void begin() {
        if (operations.isUpload(http.method(), http.path())) {
            http.stream(this::beginUpload);
            return;
        }
        http.stream(request -> {
            var _ = request.body()
                    .onSuccess(body ->
                            start(() -> serve(request, () -> operations.serve(request, body.getBytes(), this))));
        });
    }

    private void beginUpload(HttpServerRequest request) {
        UploadStream body = new UploadStream(request);
        start(() -> {
            serve(request, () -> operations.serveUpload(request, body, this));
            body.close();
        });
    }

    private static void start(Runnable work) {
        Thread.ofVirtual().name("management").start(work);
    }

    @Override
    public String address() {
        return http.remoteHost();
    }

    @Override
    public void calledBy(ManagementKey key) {
        caller = key;
    }

    @Override
    public void fail(HttpFault fault) {
        HttpResponse response = ProblemResponses.of(fault);
        if (http.respond(response)) {
            Throwable cause = fault instanceof HttpFault.ResponseTimeout
                    ? new OutcomeUnknown("it was still being executed when its time was over", null)
                    : null;
            finished(response.status(), false, cause);
        }
    }

    private void serve(HttpServerRequest request, Supplier<ApiResponse> operation) {
        ApiResponse response;
        Throwable cause = null;
        try {
            response = operation.get();
        } catch (Throwable failure) {
            Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
            response = ProblemResponses.of(reason);
            cause = reason instanceof ProblemException || reason instanceof StoreOverloaded ? null : reason;
        }
        try {
            respond(request, response);
            finished(response.status(), response.delivery() != Delivery.WHOLE, cause);
        } catch (Exception failure) { // also checked ones, which Vert.x throws undeclared
            boolean gone = request.response().closed() || request.response().ended();
            LOG.log(
                    gone ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "The response to request " + http.requestId() + " was cut short",
                    failure);
            http.abort(); // it must not look complete
        }
    }

    private void finished(int status, boolean streamed, Throwable cause) {
        String operation = operations.id(http.method(), http.path()).orElse(FinishedExchange.UNKNOWN);
        boolean lasting = streamed || operations.isUpload(http.method(), http.path());
        String name = caller == null ? null : caller.id();
        observer.finished(
                new FinishedExchange(http, Door.MANAGEMENT, operation, status, "", name, lasting, http.nanos(), cause));
    }

    private void respond(HttpServerRequest request, ApiResponse response) throws IOException {
        HttpServerResponse to = request.response();
        to.putHeader(RequestId.HEADER, http.requestId());
        to.setStatusCode(response.status());
        to.putHeader("cache-control", "private, no-cache");
        to.putHeader("x-content-type-options", "nosniff");
        response.headers().forEach(to::putHeader);
        if (response.contentType() == null) {
            var _ = to.end();
            return;
        }
        to.putHeader("content-type", response.contentType());
        if (response.delivery() == Delivery.ENDLESS) {
            Thread writer = Thread.currentThread();
            http.whenShuttingDown(writer::interrupt);
        }
        if (response.delivery() != Delivery.WHOLE) {
            to.setChunked(true);
            OutputStream out = new BufferedOutputStream(new ResponseStream(to), CHUNK);
            response.content().writeTo(out);
            out.flush();
            to.end().await();
        } else {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            response.content().writeTo(out);
            var _ = to.end(Buffer.buffer(out.toByteArray()));
        }
    }
}
