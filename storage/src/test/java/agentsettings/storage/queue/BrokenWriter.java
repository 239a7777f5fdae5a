package agentsettings.storage.queue;

import agentsettings.core.commands.Command;
import java.util.List;

/**
 * A writer that fails on every batch in one and the same way.
 *
 * @param failure a RuntimeException or an Error
 */
record BrokenWriter(Throwable failure) implements BatchWriter {

    @Override
    public List<Object> write(List<Command<?>> batch) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
