package agentsettings.storage.queue;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A writer that stores nothing: it notes every batch it is given and answers each update with the update's own id. It can be
 * told which ids are bad.
 */
final class RecordingWriter implements BatchWriter {

    private final List<List<Long>> attempts = new ArrayList<>();
    private final List<List<Long>> committed = new ArrayList<>();
    private final Set<Long> bad = new HashSet<>();
    private boolean closed;

    /** A batch that holds one of these ids fails. */
    synchronized void fail(long... ids) {
        for (long id : ids) {
            bad.add(id);
        }
    }

    @Override
    public synchronized List<Object> write(List<Command<?>> batch) {
        List<Long> ids =
                batch.stream().map(command -> ((UpdateSettings) command).id()).toList();
        attempts.add(ids);
        if (ids.stream().anyMatch(bad::contains)) {
            throw new StoreUnavailable("told to fail", null);
        }
        committed.add(ids);
        List<Object> outcomes = new ArrayList<>();
        ids.forEach(id -> outcomes.add(new UpdateSettings.Updated(id)));
        return outcomes;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    synchronized List<List<Long>> attempts() {
        return List.copyOf(attempts);
    }

    synchronized List<List<Long>> committed() {
        return List.copyOf(committed);
    }

    synchronized List<Long> committedIds() {
        return committed.stream().flatMap(List::stream).toList();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
