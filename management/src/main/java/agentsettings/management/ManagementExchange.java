package agentsettings.management;

import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.ApiResponse.Delivery;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.HttpFault;
import agentsettings.server.routes.PlainText;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** One request to the management interface and its response. Begun on the event loop, served on a virtual thread. */
final class ManagementExchange implements ExchangeHandler {

    private static final System.Logger LOG = System.getLogger("agentsettings.requests");
    private static final int PATH_LENGTH_MAX = 200;
    private static final int CHUNK = 32 * 1024;

    private final HttpExchange http;
    private final ApiOperations operations;
    private final boolean logRequests;

    ManagementExchange(HttpExchange http, ApiOperations operations, boolean logRequests) {
        this.http = http;
        this.operations = operations;
        this.logRequests = logRequests;
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
                    .onSuccess(body -> start(() -> serve(request, () -> operations.serve(request, body.getBytes()))));
        });
    }

    private void beginUpload(HttpServerRequest request) {
        UploadStream body = new UploadStream(request);
        start(() -> {
            serve(request, () -> operations.serveUpload(request, body));
            body.close();
        });
    }

    private static void start(Runnable work) {
        Thread.ofVirtual().name("management").start(work);
    }

    @Override
    public void fail(HttpFault fault) {
        var _ = http.respond(ProblemResponses.of(fault));
    }

    private void serve(HttpServerRequest request, Supplier<ApiResponse> operation) {
        ApiResponse response;
        try {
            response = operation.get();
        } catch (Throwable failure) {
            response = ProblemResponses.of(failure);
        }
        try {
            respond(request, response);
            log(request, response.status());
        } catch (Exception failure) { // also checked ones, which Vert.x throws undeclared
            boolean gone = request.response().closed() || request.response().ended();
            LOG.log(
                    gone ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "A response of the management interface was cut short",
                    failure);
            var _ = request.connection().close(); // it must not look complete
        }
    }

    private static void respond(HttpServerRequest request, ApiResponse response) throws IOException {
        HttpServerResponse http = request.response();
        http.setStatusCode(response.status());
        http.putHeader("cache-control", "private, no-cache");
        http.putHeader("x-content-type-options", "nosniff");
        response.headers().forEach(http::putHeader);
        if (response.contentType() == null) {
            var _ = http.end();
            return;
        }
        http.putHeader("content-type", response.contentType());
        if (response.delivery() == Delivery.ENDLESS) {
            Thread writer = Thread.currentThread();
            request.connection().shutdownHandler(stopping -> writer.interrupt());
        }
        if (response.delivery() != Delivery.WHOLE) {
            http.setChunked(true);
            OutputStream out = new BufferedOutputStream(new ResponseStream(http), CHUNK);
            response.content().writeTo(out);
            out.flush();
            http.end().await();
        } else {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            response.content().writeTo(out);
            var _ = http.end(Buffer.buffer(out.toByteArray()));
        }
    }

    private void log(HttpServerRequest request, int status) {
        if (logRequests) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} management {1} {2} {3}",
                    request.remoteAddress().hostAddress(),
                    request.method(),
                    request.path() == null ? "-" : PlainText.of(request.path(), PATH_LENGTH_MAX),
                    Integer.toString(status));
        }
    }
}
