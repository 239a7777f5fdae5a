package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.GroupCommit;
import agentsettings.storage.LaneLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Settings in one SQLite file. Writes go through one {@link GroupCommit}; reads run on the caller's own thread, which costs less
 * than any hand-over, over as many connections as there are threads reading at once.
 */
final class SqliteStore implements Store {

    /** One process writes to the file, so its ids need no more than one node. */
    private static final int NODE = 0;

    private final SqliteFile file;
    private final GroupCommit writes;
    private final Queue<SqliteReader> idleReaders = new ConcurrentLinkedQueue<>();

    private SqliteStore(SqliteFile file, GroupCommit writes) {
        this.file = file;
        this.writes = writes;
    }

    /** Starts to write to the file, whose schema must be up to date and which no other process writes to. */
    static SqliteStore open(SqliteFile file, InstantSource clock, LaneLimits limits) {
        try {
            Connection connection = file.openForWriting();
            SettingsIds ids = new SettingsIds(clock, NODE, ChangeLog.lastId(connection));
            SqliteWriter writer = new SqliteWriter(connection, ids, clock);
            return new SqliteStore(file, new GroupCommit(writer, limits));
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + file.path(), e);
        }
    }

    @Override
    public <O> CompletionStage<O> write(Command<O> command) {
        return writes.submit(command);
    }

    @Override
    public CompletionStage<FindSettings.Outcome> find(FindSettings question) {
        try {
            return CompletableFuture.completedFuture(findNow(question));
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(new StoreUnavailable("SQLite failed to read", e));
        }
    }

    private FindSettings.Outcome findNow(FindSettings question) throws SQLException {
        SqliteReader reader = idleReaders.poll();
        if (reader == null) {
            reader = new SqliteReader(file.openForReading());
        }
        try {
            FindSettings.Outcome outcome = reader.find(question);
            idleReaders.add(reader);
            return outcome;
        } catch (SQLException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public void close() {
        writes.close();
        for (SqliteReader reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
            try {
                reader.close();
            } catch (SQLException e) {
                throw new StoreUnavailable("SQLite failed to close", e);
            }
        }
    }
}
