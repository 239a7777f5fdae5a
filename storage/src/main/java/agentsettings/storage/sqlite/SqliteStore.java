package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.GroupCommit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Settings in one SQLite file. Writes go through one {@link GroupCommit}; reads run on the caller's own thread, which costs less
 * than any hand-over; questions asked together share a transaction.
 */
final class SqliteStore implements Store {

    /** One process writes to the file, so its ids need no more than one node. */
    private static final int NODE = 0;

    private final SqliteReaders readers;
    private final GroupCommit writes;

    private SqliteStore(SqliteReaders readers, GroupCommit writes) {
        this.readers = readers;
        this.writes = writes;
    }

    /** Starts to write to the file, whose schema must be up to date and which no other process writes to. */
    static SqliteStore open(SqliteFile file, InstantSource clock, BatchLimits limits) {
        try {
            Connection connection = file.openForWriting();
            SettingsIds ids = new SettingsIds(clock, NODE, ChangeLog.lastId(connection));
            AtomicBoolean atRest = new AtomicBoolean();
            SqliteWriter writer = new SqliteWriter(connection, ids, clock, atRest);
            return new SqliteStore(new SqliteReaders(file, atRest), new GroupCommit(writer, limits));
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + file.path(), e);
        }
    }

    @Override
    public <O> CompletionStage<O> write(Command<O> command) {
        return writes.submit(command);
    }

    @Override
    public List<CompletionStage<FindSettings.Outcome>> find(List<FindSettings> questions) {
        try {
            return readers.find(questions).stream()
                    .<CompletionStage<FindSettings.Outcome>>map(CompletableFuture::completedFuture)
                    .toList();
        } catch (SQLException | RuntimeException e) {
            return questions.size() == 1 ? List.of(failed(e)) : findApart(questions);
        }
    }

    /** Each question in a transaction of its own, so that one whose row can't be read fails alone. */
    private List<CompletionStage<FindSettings.Outcome>> findApart(List<FindSettings> questions) {
        return questions.stream()
                .map(question -> find(List.of(question)).getFirst())
                .toList();
    }

    private static CompletionStage<FindSettings.Outcome> failed(Exception failure) {
        return CompletableFuture.failedFuture(new StoreUnavailable("SQLite failed to read", failure));
    }

    @Override
    public void close() {
        writes.close();
        try {
            readers.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        }
    }
}
