package agentsettings.storage.postgres;

import agentsettings.core.changes.Change;
import agentsettings.core.commands.Command;
import agentsettings.core.decisions.Decision;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.UncheckedSqlException;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.postgres.batch.BatchExecutor;
import agentsettings.storage.postgres.batch.BatchExecutor.ConcurrentChangeException;
import agentsettings.storage.postgres.statements.SetWriter;
import agentsettings.storage.queue.BatchWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes batches of commands to PostgreSQL, each batch in one transaction. If the connection is lost during a commit, asks over
 * another connection whether the batch was committed. Used by one thread.
 */
final class PostgresWriter implements BatchWriter {

    private static final System.Logger LOG = System.getLogger(PostgresWriter.class.getName());
    private static final int ATTEMPTS_MAX = 5;

    /** A batch that took longer is not committed, so that it is known until when a write may still be executed. */
    private static final Duration EXECUTION_MAX = Duration.ofSeconds(10);

    private final Connections connections;
    private final NodeLease lease;
    private final InstantSource clock;
    private final StorageObserver observer;

    PostgresWriter(Connections connections, NodeLease lease, InstantSource clock, StorageObserver observer) {
        this.observer = observer;
        this.connections = connections;
        this.lease = lease;
        this.clock = clock;
    }

    /** A batch that is written but not committed, and the fencing token that the commit will store. */
    private record Uncommitted(List<Decision<?>> decisions, int changes, long fencingToken) {}

    @Override
    public List<Object> write(List<Command<?>> batch) {
        long giveUpAt = System.nanoTime() + EXECUTION_MAX.toNanos();
        Connection connection = connect();
        Uncommitted written;
        try {
            written = execute(connection, batch);
            if (System.nanoTime() - giveUpAt > 0) {
                throw new SQLException("the batch took longer than " + EXECUTION_MAX.toSeconds() + " s");
            }
        } catch (Throwable failure) { // whatever it was, nothing has been committed
            connections.discard(connection);
            throw new StoreUnavailable(
                    "PostgreSQL failed to write",
                    failure instanceof UncheckedSqlException ? failure.getCause() : failure);
        }
        commit(connection, written.fencingToken);
        lease.committed(written.fencingToken, written.changes);
        List<Object> outcomes = new ArrayList<>(batch.size());
        written.decisions.forEach(decision -> outcomes.add(decision.outcome()));
        return outcomes;
    }

    private Connection connect() {
        try {
            lease.acquire(connections);
            return connections.open();
        } catch (Throwable e) { // whatever it was, nothing has begun
            throw new StoreUnavailable("PostgreSQL can't be reached", e);
        }
    }

    private Uncommitted execute(Connection connection, List<Command<?>> batch) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return executeOnce(connection, batch);
            } catch (ConcurrentChangeException changed) {
                connection.rollback();
            }
        }
        throw new SQLException("the state changed during each of " + ATTEMPTS_MAX + " attempts");
    }

    private Uncommitted executeOnce(Connection connection, List<Command<?>> batch) throws SQLException {
        Instant now = clock.instant();
        List<Decision<?>> decisions = BatchExecutor.execute(connection, batch, lease::newId, lease.lastChange(), now);
        List<Change> changes = Decision.changesOf(decisions);
        long fencingToken = lease.fence(connection, changes.size());
        if (!changes.isEmpty()) {
            new SetWriter(connection).log(changes, now);
        }
        return new Uncommitted(decisions, changes.size(), fencingToken);
    }

    /** Returns if the batch is committed, whatever became of the connection. */
    private void commit(Connection connection, long fencingToken) {
        long begun = System.nanoTime();
        try {
            connection.commit();
            observer.committed(System.nanoTime() - begun);
        } catch (Throwable lost) { // whatever it was, the server may have committed
            connections.discard(connection);
            if (!wasCommitted(fencingToken, lost)) {
                throw new StoreUnavailable("PostgreSQL failed to commit", lost);
            }
            return;
        }
        connections.giveBack(connection);
    }

    private boolean wasCommitted(long fencingToken, Throwable lost) {
        try {
            return lease.wasCommitted(fencingToken, connections);
        } catch (SQLException e) {
            lost.addSuppressed(e);
            throw new OutcomeUnknown("The connection to PostgreSQL was lost during a commit", lost);
        }
    }

    @Override
    public void close() {
        try {
            lease.release(connections);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Can't release node number " + lease.node() + "; it will expire", e);
        }
    }
}
