package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.queue.BatchWriter;
import agentsettings.storage.queue.GroupCommit;
import agentsettings.storage.sqlite.batch.SqliteWriter;
import agentsettings.storage.sqlite.file.FileWatch;
import agentsettings.storage.sqlite.file.NodeNumber;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The store in one SQLite file. Writes go through one {@link GroupCommit}. Reads run on the caller's own thread, which costs less
 * than any hand-off. Safe for use by many threads.
 */
final class SqliteStore implements Store {

    private final FileWatch files;
    private final SqliteReaders readers;
    private final QueryBatcher queries;
    private final GroupCommit writes;
    private final NodeNumber node;

    private SqliteStore(
            FileWatch files, SqliteReaders readers, Executor endOfTurn, GroupCommit writes, NodeNumber node) {
        this.files = files;
        this.readers = readers;
        this.queries = new QueryBatcher(readers::find, endOfTurn);
        this.writes = writes;
        this.node = node;
    }

    /**
     * Starts to write to the file, whose schema must be up to date, under this node number. On an exception nothing is left open but
     * the node number.
     */
    static SqliteStore open(
            SharedFile shared, NodeNumber node, InstantSource clock, BatchLimits limits, Executor endOfTurn) {
        SqliteFile file = shared.file();
        try {
            FileWatch files = shared.watch();
            try {
                AtomicBoolean atRest = new AtomicBoolean();
                SqliteWriter writer = SqliteWriter.open(file::openForWriting, node.number(), clock, atRest);
                SqliteReaders readers = new SqliteReaders(file, atRest);
                BatchWriter turns = new TurnTakingWriter(writer, shared.turn());
                return new SqliteStore(files, readers, endOfTurn, new GroupCommit(turns, limits), node);
            } catch (SQLException | RuntimeException failure) {
                files.close();
                throw failure;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + file.path(), e);
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
