package agentsettings.server.door;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** The handlers of a {@link ThingsDoor}, which block as they like. */
final class ThingsHandlers {

    static final int LISTED = 20_000;
    static final String LINE =
            "a line of a hundred bytes, more or less, for a list that does not fit into any socket's buffers\n";

    /** A handler of /blocked has begun; it ends when it may. */
    final CountDownLatch blocked = new CountDownLatch(1);

    final CountDownLatch unblock = new CountDownLatch(1);

    /** Each permit is an event for a follower of /changes. */
    final Semaphore changes = new Semaphore(0);

    void get(RoutingContext context) {
        var _ = context.response()
                .end("thing " + context.pathParam("id") + ", virtual "
                        + Thread.currentThread().isVirtual());
    }

    void put(RoutingContext context) {
        var _ = context.response().end("took " + context.body().buffer().length());
    }

    void list(RoutingContext context) {
        HttpServerResponse response = context.response().setChunked(true);
        for (int i = 0; i < LISTED; i++) {
            response.write(LINE).await();
        }
        response.end().await();
    }

    void upload(RoutingContext context) {
        HttpServerRequest request = context.request();
        AtomicLong length = new AtomicLong();
        request.handler(chunk -> length.addAndGet(chunk.length()));
        Future<Void> end = request.end();
        request.resume();
        end.await();
        var _ = context.response().end("took " + length);
    }

    /** Sends events until the server is closed. */
    void follow(RoutingContext context) {
        HttpServerResponse response = context.response().setChunked(true);
        response.putHeader("content-type", "text/event-stream");
        Thread follower = Thread.currentThread();
        context.request().connection().shutdownHandler(shutdown -> follower.interrupt());
        context.request().resume();
        try {
            while (true) {
                changes.acquire();
                response.write(Buffer.buffer("data: changed\n\n")).await();
            }
        } catch (InterruptedException closing) {
            var _ = response.end("data: bye\n\n");
        }
    }

    void block(RoutingContext context) {
        context.request().resume();
        blocked.countDown();
        try {
            unblock.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var _ = context.response().end("unblocked");
    }
}
