package agentsettings.server.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.server.http.Door;
import agentsettings.server.http.ExchangeHandler;
import agentsettings.server.http.HttpExchange;
import agentsettings.server.http.HttpFault;
import agentsettings.server.http.HttpResponse;
import agentsettings.server.http.limits.ExchangeLimits;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Map;

/**
 * A door unlike the vendor's: vertx-web routes path templates, handlers run on virtual threads and may block, bodies and responses are
 * streamed, failures are problems in JSON, and a key in a header authenticates.
 */
final class ThingsDoor implements Door {

    static final int THING_MAX = 64 * 1024;
    static final int NOTE_MAX = 10;
    static final long UPLOAD_MAX = 3L << 30;
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final ExchangeLimits THING = new ExchangeLimits(THING_MAX, TIMEOUT, false);
    private static final ExchangeLimits NOTE = new ExchangeLimits(NOTE_MAX, TIMEOUT, false);
    private static final ExchangeLimits STREAM = new ExchangeLimits(UPLOAD_MAX, TIMEOUT, true);

    private final Router router;

    ThingsDoor(Vertx vertx, ThingsHandlers handlers) {
        router = Router.router(vertx);
        router.route().handler(ThingsDoor::authenticate);
        router.get("/things/:id").handler(onVirtualThread(handlers::get));
        router.put("/things/:id").handler(BodyHandler.create()).handler(onVirtualThread(handlers::put));
        router.post("/notes").handler(BodyHandler.create()).handler(onVirtualThread(handlers::put));
        router.get("/things").handler(onVirtualThread(handlers::list));
        router.post("/uploads").handler(onVirtualThread(handlers::upload));
        router.get("/changes").handler(onVirtualThread(handlers::follow));
        router.get("/blocked").handler(onVirtualThread(handlers::block));
        router.route().failureHandler(ThingsDoor::fail);
        router.errorHandler(404, context -> respond(context, 404, "not-found"));
        router.errorHandler(405, context -> respond(context, 405, "not-allowed"));
    }

    @Override
    public ExchangeLimits limits(HttpExchange exchange) {
        return switch (exchange.path()) {
            case "/uploads", "/changes", "/things" -> STREAM;
            case "/notes" -> NOTE;
            default -> THING;
        };
    }

    @Override
    public ExchangeHandler open(HttpExchange exchange) {
        return new ExchangeHandler() {
            @Override
            public void begin() {
                exchange.stream(router);
            }

            @Override
            public void fail(HttpFault fault) {
                exchange.respond(problem(fault));
            }
        };
    }

    private static void authenticate(RoutingContext context) {
        context.addEndHandler(end -> {}); // takes the response's handlers from whoever had them
        if ("secret".equals(context.request().getHeader("key"))) {
            context.next();
        } else {
            respond(context, 401, "not-authenticated");
        }
    }

    /** The body must not arrive before the thread reads it. */
    private static Handler<RoutingContext> onVirtualThread(Handler<RoutingContext> handler) {
        return context -> {
            context.request().pause();
            Thread.ofVirtual().start(() -> {
                try {
                    handler.handle(context);
                } catch (Throwable failure) {
                    context.fail(failure);
                }
            });
        };
    }

    private static void fail(RoutingContext context) {
        if (!context.response().headWritten() && !context.response().closed()) {
            respond(context, context.statusCode() < 0 ? 500 : context.statusCode(), "failed");
        }
    }

    private static void respond(RoutingContext context, int status, String type) {
        var _ = context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(json(type));
    }

    private static HttpResponse problem(HttpFault fault) {
        return switch (fault) {
            case HttpFault.MalformedHead(String reason) -> problem(400, "malformed-head");
            case HttpFault.TooManyRequests() -> problem(429, "too-many-requests");
            case HttpFault.UnsupportedTransferCoding() -> problem(501, "coding-not-supported");
            case HttpFault.RequestLineTooLong(int max) -> problem(414, "line-over-" + max);
            case HttpFault.HeadersTooLong(int max) -> problem(431, "headers-over-" + max);
            case HttpFault.MalformedBody() -> problem(400, "malformed-body");
            case HttpFault.BodyTooLarge(long max) -> problem(413, "body-over-" + max);
            case HttpFault.RequestTimeout() -> problem(408, "request-late");
            case HttpFault.ResponseTimeout() -> problem(504, "response-late");
        };
    }

    private static HttpResponse problem(int status, String type) {
        return new HttpResponse(
                status, "application/problem+json", Map.of(), json(type).getBytes(UTF_8));
    }

    private static String json(String type) {
        return "{\"type\":\"" + type + "\"}";
    }
}
