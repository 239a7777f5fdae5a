package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.storage.queue.BatchWriter;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** Takes a turn for each batch, so that other parts of the process write between two batches. Used by one thread. */
record TurnTakingWriter(BatchWriter writer, Lock turn) implements BatchWriter {

    @Override
    public List<Object> write(List<Command<?>> batch) {
        turn.lock();
        try {
            return writer.write(batch);
        } finally {
            turn.unlock();
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
