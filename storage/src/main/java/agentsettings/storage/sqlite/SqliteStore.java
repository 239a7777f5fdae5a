package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.Store.StorageCheck;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.queue.BatchWriter;
import agentsettings.storage.queue.GroupCommit;
import agentsettings.storage.sqlite.batch.SqliteProbe;
import agentsettings.storage.sqlite.batch.SqliteWriter;
import agentsettings.storage.sqlite.file.Checkpointer;
import agentsettings.storage.sqlite.file.FileWatch;
import agentsettings.storage.sqlite.file.NodeNumber;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The store in one SQLite file. Writes go through one {@link GroupCommit}. Reads run on the caller's own thread, which costs less
 * than any hand-off. Safe for use by many threads.
 */
final class SqliteStore implements Store {

    private final FileWatch files;
    private final SqliteReaders readers;
    private final QueryBatcher queries;
    private final GroupCommit writes;
    private final SqliteProbe probe;
    private final NodeNumber node;

    private SqliteStore(FileWatch files, SharedFile shared, Batching batching, GroupCommit writes, NodeNumber node) {
        this.files = files;
        this.readers = new SqliteReaders(shared.file(), shared.atRest());
        this.queries = new QueryBatcher(readers::find, batching.endOfTurn, batching.observer);
        this.writes = writes;
        this.probe = new SqliteProbe(shared.file()::openForWriting, shared.turn(), shared.writesFail());
        this.node = node;
    }

    /**
     * How batches are formed, and who is told of them.
     *
     * @param endOfTurn runs a task on the calling thread at the end of its turn
     */
    record Batching(BatchLimits limits, Executor endOfTurn, StorageObserver observer) {}

    /**
     * Starts to write to the file, whose schema must be up to date, under this node number. On an exception nothing is left open but
     * the node number.
     */
    static SqliteStore open(SharedFile shared, NodeNumber node, InstantSource clock, Batching batching) {
        try {
            FileWatch files = shared.watch();
            try {
                BatchWriter writer = openWriter(shared, node, clock, batching.observer);
                GroupCommit writes = new GroupCommit(writer, batching.limits, batching.observer);
                return new SqliteStore(files, shared, batching, writes, node);
            } catch (SQLException | RuntimeException failure) {
                files.close();
                throw failure;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + shared.file().path(), e);
        }
    }

    private static BatchWriter openWriter(
            SharedFile shared, NodeNumber node, InstantSource clock, StorageObserver observer) throws SQLException {
        Checkpointer checkpointer = shared.checkpointer();
        try {
            SqliteFile file = shared.file();
            return new TurnTakingWriter(
                    SqliteWriter.open(file::openForWriting, node.number(), clock, shared.atRest(), observer),
                    shared,
                    checkpointer);
        } catch (SQLException | RuntimeException failure) {
            checkpointer.close();
            throw failure;
        }
    }

    @Override
    public <O> CompletionStage<O> write(Command<O> command) {
        String fault = files.fault();
        return fault == null ? writes.submit(command) : refuse(fault);
    }

    @Override
    public CompletionStage<FindSettings.Outcome> find(FindSettings query) {
        String fault = files.fault();
        return fault == null ? queries.enqueue(query) : refuse(fault);
    }

    private static <O> CompletionStage<O> refuse(String fault) {
        return CompletableFuture.failedFuture(new StoreUnavailable(fault, null));
    }

    @Override
    public int queued() {
        return writes.queued();
    }

    @Override
    public List<StorageCheck> check() {
        List<StorageCheck> checks = new ArrayList<>(List.of(new StorageCheck("storage-files", files.fault())));
        if (checks.getFirst().isPassed()) { // a new connection to files that are not the same could create others
            checks.addAll(probe.check());
        }
        return checks;
    }

    @Override
    public void close() {
        writes.close();
        try (node;
                files) {
            readers.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        }
    }
}
