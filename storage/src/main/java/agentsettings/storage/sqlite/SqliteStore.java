package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.GroupCommit;
import agentsettings.storage.sqlite.file.NodeNumber;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The store in one SQLite file. Writes go through one {@link GroupCommit}. Reads run on the caller's own thread, which costs less
 * than any hand-off. Safe for use by many threads.
 */
final class SqliteStore implements Store {

    private final SqliteReaders readers;
    private final QueryBatcher queries;
    private final GroupCommit writes;
    private final NodeNumber node;

    private SqliteStore(SqliteReaders readers, Executor endOfTurn, GroupCommit writes, NodeNumber node) {
        this.readers = readers;
        this.queries = new QueryBatcher(readers, endOfTurn);
        this.writes = writes;
        this.node = node;
    }

    /** Starts to write to the file, whose schema must be up to date, under this node number. */
    static SqliteStore open(
            SqliteFile file, NodeNumber node, InstantSource clock, BatchLimits limits, Executor endOfTurn) {
        try {
            Connection connection = file.openForWriting();
            SettingsIds ids = new SettingsIds(clock, node.number(), SqliteChanges.lastId(connection));
            AtomicBoolean atRest = new AtomicBoolean();
            SqliteWriter writer = new SqliteWriter(connection, ids, clock, atRest);
            return new SqliteStore(new SqliteReaders(file, atRest), endOfTurn, new GroupCommit(writer, limits), node);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + file.path(), e);
        }
    }

    @Override
    public <O> CompletionStage<O> write(Command<O> command) {
        return writes.submit(command);
    }

    @Override
    public CompletionStage<FindSettings.Outcome> find(FindSettings query) {
        return queries.enqueue(query);
    }

    @Override
    public void close() {
        writes.close();
        try (node) {
            readers.close();
        } catch (SQLException | IOException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        }
    }
}
