package agentsettings.storage;

import agentsettings.core.commands.Command;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Writes for many callers at once: a lane takes what has gathered while the last batch was committed and commits it in one
 * transaction. Answered means durable: a caller's stage completes after the commit that holds its command. Safe for use by many
 * threads.
 */
public final class GroupCommit implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int FAILED_IN_A_ROW_MAX = 3;

    private final BatchWriter writer;
    private final Lane<Command<?>, Object> lane;

    /** Starts to write. */
    public GroupCommit(BatchWriter writer, BatchLimits limits) {
        this.writer = writer;
        this.lane = new Lane<>("writes", limits, new Commits());
    }

    /** Queues the command; see {@link agentsettings.core.store.Store#write}. */
    @SuppressWarnings("unchecked") // a writer answers each command with an outcome of its type
    public <O> CompletionStage<O> submit(Command<O> command) {
        return (CompletionStage<O>) lane.submit(command);
    }

    /** Refuses new commands, commits those queued, and closes the writer. Closing again does nothing. */
    @Override
    public void close() {
        lane.close();
    }

    /** What the lane does. */
    private final class Commits implements Lane.Work<Command<?>, Object> {

        @Override
        public void on(List<Lane.Waiting<Command<?>, Object>> batch) {
            try {
                commit(batch);
            } catch (OutcomeUnknown unknown) {
                batch.forEach(waiting -> fail(waiting, unknown));
            } catch (Throwable failure) { // an Error must not end the lane: its callers would wait for ever
                commitApart(batch, failure);
            }
        }

        @Override
        public boolean rest() {
            try {
                return writer.rest();
            } catch (Throwable failure) { // nobody waits for it, and it is tried again after the next write
                LOG.log(System.Logger.Level.WARNING, "Tidying up after writes failed", failure);
                return true;
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private void commit(List<Lane.Waiting<Command<?>, Object>> batch) {
        List<Command<?>> commands = new ArrayList<>(batch.size());
        for (Lane.Waiting<Command<?>, Object> waiting : batch) {
            commands.add(waiting.question());
        }
        List<Object> outcomes = writer.write(commands);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(outcomes.get(i));
        }
    }

    /**
     * Nothing of the batch was committed; each command gets a transaction of its own, so that a bad one fails alone. When that fails
     * thrice in a row it is the storage that fails, and the rest isn't kept waiting for the same.
     */
    private void commitApart(List<Lane.Waiting<Command<?>, Object>> batch, Throwable failure) {
        LOG.log(System.Logger.Level.WARNING, "Writes failed and are tried again, each alone", failure);
        int failedInARow = 0;
        Throwable last = failure;
        for (Lane.Waiting<Command<?>, Object> waiting : batch) {
            if (failedInARow == FAILED_IN_A_ROW_MAX) {
                fail(waiting, last);
                continue;
            }
            try {
                commit(List.of(waiting));
                failedInARow = 0;
            } catch (Throwable again) {
                failedInARow++;
                last = again instanceof OutcomeUnknown ? failure : again;
                fail(waiting, again);
            }
        }
    }

    private static void fail(Lane.Waiting<?, ?> waiting, Throwable failure) {
        boolean tells = failure instanceof StoreUnavailable || failure instanceof OutcomeUnknown;
        waiting.answer().completeExceptionally(tells ? failure : new StoreUnavailable("The write failed", failure));
    }
}
