package agentsettings.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a response as a stream, of which it holds two parts at most: one that is read, one that has arrived. A
 * read waits for a limited time, and fails if the body ends before its end. Read by one thread.
 */
final class BodyInputStream extends InputStream implements BodySubscriber<InputStream> {

    /** What the connection delivers. */
    private sealed interface Signal {

        /** A part of the body. */
        record Part(List<ByteBuffer> buffers) implements Signal {}

        /** The end; the failure is null if the body is complete. */
        record End(IOException failure) implements Signal {}
    }

    private final Duration timeout;
    private final Redaction redaction;
    private final BlockingQueue<Signal> arrived = new LinkedBlockingQueue<>(); // two at most, as only one is requested
    private final Queue<ByteBuffer> part = new ArrayDeque<>();
    private final CompletableFuture<InputStream> subscribed = new CompletableFuture<>();
    private volatile Flow.Subscription subscription;
    private Signal.End end;

    /**
     * Creates the stream.
     *
     * @param timeout maximum wait of a read
     */
    BodyInputStream(Duration timeout, Redaction redaction) {
        this.timeout = timeout;
        this.redaction = redaction;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return subscribed;
    }

    @Override
    public void onSubscribe(Flow.Subscription connection) {
        subscription = connection;
        subscribed.complete(this);
        connection.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(new Signal.Part(buffers));
    }

    @Override
    public void onComplete() {
        arrived.add(new Signal.End(null));
    }

    @Override
    public void onError(Throwable failure) {
        String reason = redaction.apply(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        arrived.add(new Signal.End(new IOException("the response is not complete: " + reason)));
    }

    @Override
    public int read() throws IOException {
        return advance() ? part.element().get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        ByteBuffer buffer = part.element();
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    /** Waits until the first buffer has a byte. Returns false at the end. */
    private boolean advance() throws IOException {
        while (true) {
            while (!part.isEmpty() && !part.element().hasRemaining()) {
                part.remove();
            }
            if (!part.isEmpty()) {
                return true;
            }
            if (end == null) {
                take(next());
            } else if (end.failure() == null) {
                return false;
            } else {
                throw end.failure();
            }
        }
    }

    private void take(Signal signal) {
        switch (signal) {
            case Signal.End last -> end = last;
            case Signal.Part(List<ByteBuffer> buffers) -> {
                part.addAll(buffers);
                subscription.request(1);
            }
        }
    }

    private Signal next() {
        try {
            Signal next = arrived.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return next != null ? next : abort(new HttpTimeoutException("no data within " + timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abort(new InterruptedIOException("the thread was interrupted"));
        }
    }

    private Signal.End abort(IOException failure) {
        subscription.cancel();
        return new Signal.End(failure);
    }

    /** Ends the response, if it is not complete. */
    @Override
    public void close() {
        part.clear();
        if (end == null) {
            end = abort(new IOException("the stream is closed"));
        }
    }
}
