package agentsettings.storage.queue;

import agentsettings.core.commands.Command;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchWorker.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Group commit: commits in one transaction the commands that were queued while the last batch was committed. Acknowledged means
 * durable: a command's stage completes after the commit that contains it. Safe for use by many threads.
 */
public final class GroupCommit implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int CONSECUTIVE_FAILURES_MAX = 3;

    private final BatchWriter writer;
    private final StorageObserver observer;
    private final BatchWorker<Command<?>, Object> worker;

    /** Starts to write. */
    public GroupCommit(BatchWriter writer, BatchLimits limits, StorageObserver observer) {
        this.writer = writer;
        this.observer = observer;
        this.worker = new BatchWorker<>("writes", limits, new Commits());
    }

    /** Queues the command; see {@link agentsettings.core.store.Store#write}. */
    @SuppressWarnings("unchecked") // a writer returns for each command an outcome of the type that it declares
    public <O> CompletionStage<O> submit(Command<O> command) {
        return (CompletionStage<O>) worker.submit(command);
    }

    /** The number of commands that wait to be committed. */
    public int queued() {
        return worker.queued();
    }

    /** Rejects new commands, commits those queued, and closes the writer. Closing again has no effect. */
    @Override
    public void close() {
        worker.close();
    }

    /** Commits the worker's batches. */
    private final class Commits implements BatchWorker.Processor<Command<?>, Object> {

        @Override
        public void process(List<Pending<Command<?>, Object>> batch) {
            try {
                commit(batch);
            } catch (StoreUnavailable nothingCommitted) {
                commitEachAlone(batch, nothingCommitted);
            } catch (Throwable unknown) { // an Error must not end the thread: its callers would wait for ever
                OutcomeUnknown failure = asUnknown(unknown);
                batch.forEach(pending -> pending.completeExceptionally(failure));
            }
        }

        @Override
        public boolean onIdle() {
            try {
                return writer.onIdle();
            } catch (Throwable failure) { // no caller waits for it, and it is tried again after the next write
                LOG.log(System.Logger.Level.WARNING, "The checkpoint after writes failed", failure);
                return true;
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private void commit(List<Pending<Command<?>, Object>> batch) {
        List<Command<?>> commands = new ArrayList<>(batch.size());
        for (Pending<Command<?>, Object> pending : batch) {
            commands.add(pending.request());
        }
        long begun = System.nanoTime();
        List<Object> outcomes = writer.write(commands);
        observer.written(commands.size(), System.nanoTime() - begun);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).complete(outcomes.get(i));
        }
    }

    /**
     * Commits each command in a transaction of its own, so that a bad one fails alone. Nothing of the batch was committed before.
     * After three consecutive failures, fails the rest of the batch with the last error. A command that was cancelled meanwhile is
     * not executed.
     */
    private void commitEachAlone(List<Pending<Command<?>, Object>> batch, StoreUnavailable failure) {
        LOG.log(System.Logger.Level.WARNING, "A batch of writes failed; retrying each write alone", failure);
        observer.failed();
        batch.forEach(Pending::endAttempt);
        int consecutiveFailures = 0;
        StoreUnavailable last = failure;
        for (Pending<Command<?>, Object> pending : batch) {
            if (consecutiveFailures == CONSECUTIVE_FAILURES_MAX || !pending.begin()) {
                pending.completeExceptionally(last);
                continue;
            }
            try {
                commit(List.of(pending));
                consecutiveFailures = 0;
            } catch (StoreUnavailable again) {
                consecutiveFailures++;
                last = again;
                pending.completeExceptionally(again);
            } catch (Throwable unknown) {
                consecutiveFailures++;
                pending.completeExceptionally(asUnknown(unknown));
            }
        }
    }

    /** Only {@link StoreUnavailable} says that nothing was committed. Anything else may have been thrown after the commit. */
    private OutcomeUnknown asUnknown(Throwable failure) {
        observer.outcomeUnknown();
        OutcomeUnknown unknown = failure instanceof OutcomeUnknown known
                ? known
                : new OutcomeUnknown("A batch of writes failed, perhaps after its commit", failure);
        LOG.log(System.Logger.Level.WARNING, "The outcome of a batch of writes is unknown", unknown);
        return unknown;
    }
}
