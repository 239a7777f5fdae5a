package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.queue.BatchWriter;
import agentsettings.storage.sqlite.file.Checkpointer;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes a turn for each batch, so that other parts of the process write between two batches, and notes whether writes fail. After a batch
 * looks whether the files are still those of the database: a batch written to files that nobody will open again must not be acknowledged.
 * Used by one thread.
 *
 * @param checkpointer moves what is written; closed after the writer
 */
record TurnTakingWriter(BatchWriter writer, SharedFile shared, Checkpointer checkpointer) implements BatchWriter {

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
        try (checkpointer) {
            writer.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        }
    }
}
