package agentsettings.storage;

import agentsettings.core.commands.Command;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes for many callers at once: one platform thread, the lane, takes what has gathered while the last batch was committed and
 * commits it in one transaction, never waiting for more. Answered means durable: a caller's stage completes after the commit
 * that holds its command. The queue is bounded; what doesn't fit is refused at once. Safe for use by many threads.
 */
public final class GroupCommit implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final Waiting<?> STOP = new Waiting<>(null, new CompletableFuture<>());

    private final BatchWriter writer;
    private final BlockingQueue<Waiting<?>> queue;
    private final int batchMax;
    private final Thread lane;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile boolean stopped;

    /**
     * Starts the lane.
     *
     * @param queueMax at most so many commands wait
     * @param batchMax at most so many commands are committed together
     */
    public GroupCommit(BatchWriter writer, int queueMax, int batchMax) {
        this.writer = writer;
        this.queue = new ArrayBlockingQueue<>(queueMax);
        this.batchMax = batchMax;
        this.lane = Thread.ofPlatform().name("group-commit").start(this::run);
    }

    /** Queues the command; see {@link agentsettings.core.store.Store#write}. */
    public <O> CompletionStage<O> submit(Command<O> command) {
        Waiting<O> waiting = new Waiting<>(command, new CompletableFuture<>());
        if (stopping.get()) {
            waiting.refuse("The service is stopping.");
        } else if (!queue.offer(waiting)) {
            waiting.refuse("Too many writes are waiting.");
        } else if (stopped && queue.remove(waiting)) {
            waiting.refuse("The service is stopping.");
        }
        return waiting.outcome;
    }

    /** Refuses new commands, commits those queued, and closes the writer. Closing again does nothing. */
    @Override
    public void close() {
        try {
            if (stopping.compareAndSet(false, true)) {
                queue.put(STOP);
            }
            lane.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the queued writes were committed", e);
        }
    }

    private void run() {
        List<Waiting<?>> batch = new ArrayList<>(batchMax);
        boolean last = false;
        while (!last) {
            gather(batch);
            last = batch.remove(STOP);
            commit(batch);
            batch.clear();
        }
        stopped = true;
        queue.forEach(late -> late.refuse("The service is stopping."));
        writer.close();
    }

    /** Waits for a command and takes what else is there. */
    private void gather(List<Waiting<?>> batch) {
        try {
            batch.add(queue.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the lane", e);
        }
        queue.drainTo(batch, batchMax - 1);
    }

    private void commit(List<Waiting<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Command<?>> commands = new ArrayList<>(batch.size());
            for (Waiting<?> waiting : batch) {
                commands.add(waiting.command);
            }
            List<Object> outcomes = writer.write(commands);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).complete(outcomes.get(i));
            }
        } catch (Throwable failure) { // an Error must not end the lane: its callers would wait for ever
            commitApart(batch, failure);
        }
    }

    /** Nothing of the batch was committed; each command gets a transaction of its own, so that a bad one fails alone. */
    private void commitApart(List<Waiting<?>> batch, Throwable failure) {
        if (batch.size() == 1) {
            LOG.log(System.Logger.Level.ERROR, "A write failed", failure);
            batch.getFirst().fail(failure);
        } else {
            batch.forEach(waiting -> commit(List.of(waiting)));
        }
    }

    private record Waiting<O>(Command<O> command, CompletableFuture<O> outcome) {

        @SuppressWarnings("unchecked") // a writer answers each command with an outcome of its type
        void complete(Object decided) {
            outcome.complete((O) decided);
        }

        void fail(Throwable failure) {
            outcome.completeExceptionally(
                    failure instanceof StoreUnavailable ? failure : new StoreUnavailable("The write failed", failure));
        }

        void refuse(String why) {
            outcome.completeExceptionally(new StoreOverloaded(why));
        }
    }
}
