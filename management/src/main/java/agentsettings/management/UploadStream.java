package agentsettings.management;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The body of a request, read while it arrives. The client sends no more than what is read and a connection's buffers hold. Created on
 * the event loop; read by one other thread, which waits for the client.
 */
final class UploadStream extends InputStream {

    /** What has arrived: a part of the body, or its end, with the failure if it was not complete. */
    private record Arrival(Buffer part, Throwable failure) {}

    private static final Arrival END = new Arrival(null, null);

    private final HttpServerRequestInternal request;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private Buffer part = Buffer.buffer();
    private int position;
    private Arrival end;

    /** Takes the request's body, of which nothing must have been read. */
    UploadStream(HttpServerRequest request) {
        this.request = (HttpServerRequestInternal) request;
        request.pause();
        request.handler(arrived -> arrivals.add(new Arrival(arrived, null)))
                .endHandler(_ -> arrivals.add(END))
                .exceptionHandler(failure -> arrivals.add(new Arrival(null, failure)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == part.length()) {
            if (!receive()) {
                return -1;
            }
        }
        int count = Math.min(length, part.length() - position);
        part.getBytes(position, position + count, bytes, offset);
        position += count;
        return count;
    }

    /** Not 0 before the end: {@link java.util.zip.GZIPInputStream} would take the end of a member for that of the file. */
    @Override
    public int available() {
        return end == null ? Math.max(1, part.length() - position) : 0;
    }

    /** Receives the next part; false at the end. */
    private boolean receive() throws IOException {
        if (end == null) {
            request.context().runOnContext(_ -> request.fetch(1));
            Arrival arrival = next();
            if (arrival.part != null) {
                part = arrival.part;
                position = 0;
                return true;
            }
            end = arrival;
        }
        if (end.failure != null) {
            throw new IOException("The request's body did not arrive completely", end.failure);
        }
        return false;
    }

    private Arrival next() throws IOException {
        try {
            return arrivals.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a request's body arrived", e);
        }
    }

    /** What still arrives is dropped. */
    @Override
    public void close() {
        request.context().runOnContext(_ -> {
            request.handler(_ -> {});
            request.resume();
        });
    }
}
