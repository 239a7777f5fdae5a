package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.storage.queue.BatchWriter;
import java.util.List;

/**
 * Takes a turn for each batch, so that other parts of the process write between two batches, and notes whether writes fail. After a batch
 * looks whether the files are still those of the database: a batch written to files that nobody will open again must not be acknowledged.
 * Used by one thread.
 */
record TurnTakingWriter(BatchWriter writer, SharedFile shared) implements BatchWriter {

    @Override
    public List<Object> write(List<Command<?>> batch) {
        shared.turn().lock();
        try {
            List<Object> outcomes = writer.write(batch);
            shared.requireSameFilesNow();
            shared.writesFail().set(false);
            return outcomes;
        } catch (Throwable failure) {
            shared.writesFail().set(true);
            throw failure;
        } finally {
            shared.turn().unlock();
        }
    }

    @Override
    public boolean onIdle() {
        return writer.onIdle();
    }

    @Override
    public void close() {
        writer.close();
    }
}
