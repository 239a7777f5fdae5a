package agentsettings.storage.queue;

import agentsettings.core.store.StoreOverloaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A platform thread with a bounded queue. It processes as one batch whatever was queued while it processed the last batch, and
 * never waits for a batch to grow. A request that does not fit into the queue is rejected at once, and one that has waited too long in
 * an overloaded queue before it is processed. Safe for use by many threads.
 *
 * @param <Q> the requests
 * @param <R> their results
 */
final class BatchWorker<Q, R> implements AutoCloseable {

    private static final Duration IDLE_AFTER = Duration.ofMillis(100);

    private final String kind;
    private final Processor<Q, R> processor;
    private final BlockingQueue<Pending<Q, R>> queue;
    private final int batchMax;
    private final OverloadControl overload;
    private final Thread thread;
    private final Pending<Q, R> stop = new Pending<>(null);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile boolean stopped;

    /**
     * Starts the thread.
     *
     * @param kind of the requests, in the plural, for messages and the thread's name
     */
    BatchWorker(String kind, BatchLimits limits, Processor<Q, R> processor) {
        this.kind = kind;
        this.processor = processor;
        this.queue = new ArrayBlockingQueue<>(limits.queueMax());
        this.batchMax = limits.batchMax();
        this.overload = new OverloadControl(limits.waitMax());
        this.thread = Thread.ofPlatform().name("batch worker: " + kind).start(this::run);
    }

    /** Processes batches. Called by the worker's thread only. */
    interface Processor<Q, R> extends AutoCloseable {

        /** Completes each request, normally or exceptionally. Throws nothing. */
        void process(List<Pending<Q, R>> batch);

        /** Called when the queue has been empty for a while, and again until it returns true. Throws nothing. */
        default boolean onIdle() {
            return true;
        }

        /** Called once, after the last batch. */
        @Override
        void close();
    }

    /** A queued request and its result to come. Can be cancelled until it is processed. Safe for use by many threads. */
    static final class Pending<Q, R> extends CompletableFuture<R> {

        private final Q request;
        private final long queuedAt = System.nanoTime();
        private boolean underWay;
        private boolean abandoned;

        private Pending(Q request) {
            this.request = request;
        }

        Q request() {
            return request;
        }

        /** Begins an attempt to process the request; false if its caller has cancelled it. */
        synchronized boolean begin() {
            underWay = !abandoned;
            return underWay;
        }

        /** Ends an attempt that changed nothing; another may follow. */
        synchronized void endAttempt() {
            underWay = false;
        }

        /**
         * Cancels the request, unless an attempt to process it is under way. In that case returns false, and no other attempt
         * follows.
         */
        @Override
        public boolean cancel(boolean mayInterrupt) {
            synchronized (this) {
                abandoned = true;
                if (underWay) {
                    return false;
                }
            }
            return super.cancel(mayInterrupt);
        }

        void reject(String reason) {
            completeExceptionally(new StoreOverloaded(reason));
        }
    }

    /**
     * Queues the request. Never blocks; the result fails with {@link StoreOverloaded} if the request is rejected. Cancelling the
     * result cancels the request.
     */
    CompletableFuture<R> submit(Q request) {
        Pending<Q, R> pending = new Pending<>(request);
        if (stopping.get()) {
            rejectStopping(pending);
        } else if (!queue.offer(pending)) {
            rejectTooMany(pending);
        } else if (stopped && queue.remove(pending)) {
            rejectStopping(pending);
        }
        return pending;
    }

    /** The number of queued requests. */
    int queued() {
        return queue.size();
    }

    /** Rejects new requests, processes those queued, and ends the thread. Closing again has no effect. */
    @Override
    public void close() {
        try {
            if (stopping.compareAndSet(false, true)) {
                queue.put(stop);
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the queued " + kind + " were processed", e);
        }
    }

    private void run() {
        List<Pending<Q, R>> batch = new ArrayList<>(batchMax);
        boolean last = false;
        while (!last) {
            take(batch);
            last = batch.remove(stop);
            if (overload.taken(queue.isEmpty())) {
                rejectLate(batch);
            }
            batch.removeIf(pending -> !pending.begin());
            if (!batch.isEmpty()) {
                processor.process(batch);
            }
            batch.clear();
        }
        stopped = true;
        queue.forEach(this::rejectStopping);
        processor.close();
    }

    /** Waits for one request and takes whatever else is queued. */
    private void take(List<Pending<Q, R>> batch) {
        try {
            Pending<Q, R> first = queue.poll(IDLE_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            while (first == null) {
                first = processor.onIdle() ? queue.take() : queue.poll(IDLE_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
            batch.add(first);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a batch worker must not be interrupted", e);
        }
        queue.drainTo(batch, batchMax - 1);
    }

    private void rejectLate(List<Pending<Q, R>> batch) {
        long now = System.nanoTime();
        batch.removeIf(pending -> {
            boolean late = overload.rejects(pending.queuedAt, now);
            if (late) {
                rejectTooMany(pending);
            }
            return late;
        });
    }

    private void rejectTooMany(Pending<Q, R> pending) {
        pending.reject("Too many " + kind + " are queued; retry later.");
    }

    private void rejectStopping(Pending<Q, R> pending) {
        pending.reject("The service is shutting down; retry later.");
    }
}
