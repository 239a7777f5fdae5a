package agentsettings.storage;

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
 * One platform thread that takes what has gathered while it was at work and works on it together, never waiting for more. The queue
 * is bounded; what doesn't fit is refused at once. Safe for use by many threads.
 *
 * @param <Q> what is asked
 * @param <A> the answers
 */
final class Lane<Q, A> implements AutoCloseable {

    private static final Duration REST_AFTER = Duration.ofMillis(100);

    private final String kind;
    private final Work<Q, A> work;
    private final BlockingQueue<Waiting<Q, A>> queue;
    private final int batchMax;
    private final Thread thread;
    private final Waiting<Q, A> stop = new Waiting<>(null, new CompletableFuture<>());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile boolean stopped;

    /**
     * Starts the thread.
     *
     * @param kind of what is asked, in the plural, for messages
     */
    Lane(String kind, BatchLimits limits, Work<Q, A> work) {
        this.kind = kind;
        this.work = work;
        this.queue = new ArrayBlockingQueue<>(limits.queueMax());
        this.batchMax = limits.batchMax();
        this.thread = Thread.ofPlatform().name("lane of " + kind).start(this::run);
    }

    /** What a lane does, on its thread alone. */
    interface Work<Q, A> extends AutoCloseable {

        /** Answers each, normally or exceptionally; throws nothing. */
        void on(List<Waiting<Q, A>> batch);

        /** Called when nothing has come for a while, again and again until it returns true or something comes; throws nothing. */
        default boolean rest() {
            return true;
        }

        /** Called once, after the last batch. */
        @Override
        void close();
    }

    /** Someone waits for an answer. */
    record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {

        void refuse(String why) {
            answer.completeExceptionally(new StoreOverloaded(why));
        }
    }

    /** Queues what is asked; fails with {@link StoreOverloaded} when it isn't taken. Never blocks. */
    CompletableFuture<A> submit(Q question) {
        Waiting<Q, A> waiting = new Waiting<>(question, new CompletableFuture<>());
        if (stopping.get()) {
            refuseStopping(waiting);
        } else if (!queue.offer(waiting)) {
            waiting.refuse("Too many " + kind + " are waiting.");
        } else if (stopped && queue.remove(waiting)) {
            refuseStopping(waiting);
        }
        return waiting.answer;
    }

    /** Refuses new ones, works on those queued, and ends the thread. Closing again does nothing. */
    @Override
    public void close() {
        try {
            if (stopping.compareAndSet(false, true)) {
                queue.put(stop);
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the queued " + kind + " were done", e);
        }
    }

    private void run() {
        List<Waiting<Q, A>> batch = new ArrayList<>(batchMax);
        boolean last = false;
        while (!last) {
            gather(batch);
            last = batch.remove(stop);
            if (!batch.isEmpty()) {
                work.on(batch);
            }
            batch.clear();
        }
        stopped = true;
        queue.forEach(this::refuseStopping);
        work.close();
    }

    /** Waits for one and takes what else is there. */
    private void gather(List<Waiting<Q, A>> batch) {
        try {
            Waiting<Q, A> first = queue.poll(REST_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            while (first == null) {
                first = work.rest() ? queue.take() : queue.poll(REST_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
            batch.add(first);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a lane", e);
        }
        queue.drainTo(batch, batchMax - 1);
    }

    private void refuseStopping(Waiting<Q, A> waiting) {
        waiting.refuse("The service is stopping.");
    }
}
