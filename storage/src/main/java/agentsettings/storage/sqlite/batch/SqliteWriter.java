package agentsettings.storage.sqlite.batch;

import agentsettings.core.changes.Change;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.decisions.Decision;
import agentsettings.core.decisions.Decisions;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.state.UnloggedChange;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.UncheckedSqlException;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes batches of commands to the SQLite file, each batch in one transaction. If a commit fails, finds out over another connection
 * whether the batch is in the file. Used by one thread.
 */
public final class SqliteWriter implements BatchWriter {

    private static final System.Logger LOG = System.getLogger(SqliteWriter.class.getName());

    private final Opener opener;
    private final InstantSource clock;
    private final SettingsIds ids;
    private final AtomicBoolean atRest;
    private final StorageObserver observer;

    /** Null after a failure, until it is needed again. */
    private SqliteSession session;

    private SqliteWriter(
            Opener opener, SettingsIds ids, InstantSource clock, AtomicBoolean atRest, StorageObserver observer) {
        this.opener = opener;
        this.ids = ids;
        this.clock = clock;
        this.atRest = atRest;
        this.observer = observer;
    }

    /** Opens connections to a database that exists, for writing. */
    public interface Opener {
        Connection open() throws SQLException;
    }

    /**
     * Starts to write under a node number.
     *
     * @param atRest kept true while nothing is written and the write-ahead log is empty
     */
    public static SqliteWriter open(
            Opener opener, int node, InstantSource clock, AtomicBoolean atRest, StorageObserver observer)
            throws SQLException {
        Connection connection = opener.open();
        try {
            SettingsIds ids = new SettingsIds(clock, node, SqliteNumbers.lastId(connection));
            SqliteWriter writer = new SqliteWriter(opener, ids, clock, atRest, observer);
            writer.session = SqliteSession.on(connection, ids);
            return writer;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** A batch that is written but not committed. */
    private record Uncommitted(List<Object> outcomes, List<Change> changes, List<UnloggedChange> unlogged) {}

    @Override
    public List<Object> write(List<Command<?>> batch) {
        atRest.set(false);
        Uncommitted written;
        try {
            written = execute(batch);
        } catch (Throwable failure) { // whatever it was, nothing has been committed
            closeSession();
            throw new StoreUnavailable(
                    "SQLite failed to write", failure instanceof UncheckedSqlException ? failure.getCause() : failure);
        }
        long begun = System.nanoTime();
        try {
            session.transactions().commit();
            observer.committed(System.nanoTime() - begun);
        } catch (Throwable failure) {
            closeSession();
            if (CommitVerification.isUnwritten(failure) || !wasCommitted(written, failure)) {
                throw new StoreUnavailable("SQLite failed to commit", failure);
            }
        }
        return written.outcomes;
    }

    /**
     * Whether the file contains the batch whose commit failed. If it does not, the batch may still be in the write-ahead log, after
     * what SQLite takes for the log's end, and recovery after a crash could apply it. So this commits a transaction, which overwrites
     * it there.
     */
    private boolean wasCommitted(Uncommitted written, Throwable failure) {
        try {
            session = SqliteSession.on(opener.open(), ids);
            return session.transactions().run(() -> {
                session.transactions().touch();
                return CommitVerification.isStored(written.changes, written.unlogged, session.state());
            });
        } catch (Throwable again) {
            closeSession();
            failure.addSuppressed(again);
            throw new OutcomeUnknown("SQLite failed to commit", failure);
        }
    }

    /** Moves the write-ahead log into the file, so that readers need not search both. */
    @Override
    public boolean onIdle() {
        try {
            boolean complete = session == null || session.transactions().checkpoint();
            atRest.set(session != null && complete); // without a session, nothing is known about the log
            return complete;
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to checkpoint its write-ahead log", e);
        }
    }

    private Uncommitted execute(List<Command<?>> batch) throws SQLException {
        if (session == null) {
            session = SqliteSession.on(opener.open(), ids);
        }
        session.begin();
        Instant now = clock.instant();
        var written = new Uncommitted(new ArrayList<>(batch.size()), new ArrayList<>(batch.size()), new ArrayList<>());
        for (Command<?> command : batch) {
            Decision<?> decision = execute(command, now);
            written.outcomes.add(decision.outcome());
            written.changes.addAll(decision.changes());
            written.unlogged.addAll(decision.unlogged());
        }
        return written;
    }

    /**
     * A create is decided on the state that it nearly always meets, which saves two reads; the insert has that state as its
     * condition. If the condition does not hold, and for any other command, the actual state is read and decided on.
     */
    private Decision<?> execute(Command<?> command, Instant now) throws SQLException {
        if (command instanceof CreateSettings create) {
            Decision<?> assumed = Decisions.decide(create, session.optimisticState(), session.numbers(), now);
            if (store(assumed, now)) {
                return assumed;
            }
            session.numbers().giveBack();
        }
        Decision<?> decision = Decisions.decide(command, session.state(), session.numbers(), now);
        if (!store(decision, now)) {
            throw new IllegalStateException("the state changed under the write lock");
        }
        return decision;
    }

    private boolean store(Decision<?> decision, Instant now) throws SQLException {
        for (Change change : decision.changes()) {
            if (!session.changes().store(change, now)) {
                return false;
            }
        }
        session.numbers().take();
        for (UnloggedChange change : decision.unlogged()) {
            session.changes().storeUnlogged(change, now);
        }
        return true;
    }

    private void closeSession() {
        try {
            close();
        } catch (StoreUnavailable unclosed) {
            LOG.log(System.Logger.Level.WARNING, "Can't close a connection that failed", unclosed);
        }
    }

    @Override
    public void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        } finally {
            session = null;
        }
    }
}
