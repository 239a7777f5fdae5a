package agentsettings.storage;

import agentsettings.core.commands.Command;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import java.util.List;

/** An engine's way to write. Used by one thread. */
public interface BatchWriter extends AutoCloseable {

    /**
     * Applies the commands in order, in one durable transaction.
     *
     * @return each command's outcome, of the type the command names, in the same order
     * @throws StoreUnavailable when the storage failed; nothing of the batch was or will be committed then
     * @throws OutcomeUnknown when the storage failed so that nobody can tell
     */
    List<Object> write(List<Command<?>> batch);

    /**
     * Called when there has been nothing to write for a while, and again until it returns true.
     *
     * @throws StoreUnavailable when the storage failed; what was written is not in danger
     */
    default boolean rest() {
        return true;
    }

    @Override
    void close();
}
