package agentsettings.storage.queue;

import agentsettings.core.commands.Command;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import java.util.List;

/** Writes batches of commands to a database. Used by one thread. */
public interface BatchWriter extends AutoCloseable {

    /**
     * Executes the commands in order, in one durable transaction.
     *
     * @return the outcome of each command, of the type that the command declares, in the same order
     * @throws StoreUnavailable if the batch failed, for whatever reason, and nothing of it was or will be committed
     * @throws OutcomeUnknown if it is unknown whether the batch was committed; any other exception says the same
     */
    List<Object> write(List<Command<?>> batch);

    /**
     * Called when there has been nothing to write for a while, and again until it returns true.
     *
     * @throws StoreUnavailable if the storage failed; what was written is not affected
     */
    default boolean onIdle() {
        return true;
    }

    @Override
    void close();
}
