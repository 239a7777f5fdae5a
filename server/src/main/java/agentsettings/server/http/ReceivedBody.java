package agentsettings.server.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;

/** A request's body as it is received, up to its exchange's limit. Confined to the connection's event loop. */
final class ReceivedBody implements Handler<Buffer> {

    private static final Buffer EMPTY = Buffer.buffer(0);

    private final HttpExchange exchange;
    /** Mostly the only chunk; nothing is appended to {@link #EMPTY}, which is shared. */
    private Buffer received = EMPTY;

    private boolean dropping;

    ReceivedBody(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** Appends a chunk, or refuses a body that has become too large. */
    @Override
    public void handle(Buffer chunk) {
        if (dropping) {
            return;
        }
        if (received.length() + chunk.length() > exchange.limits().bodyMax()) {
            drop();
            exchange.refuseTooLarge();
        } else {
            received = received.length() == 0 ? chunk : received.appendBuffer(chunk);
        }
    }

    /** Drops what was received and what still arrives. */
    void drop() {
        dropping = true;
        received = EMPTY;
    }

    byte[] bytes() {
        return received.getBytes();
    }
}
