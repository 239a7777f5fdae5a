package agentsettings.storage.postgres;

import agentsettings.core.commands.Command;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchWriter;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.postgres.sets.ChangeLog;
import agentsettings.storage.postgres.sets.Commands;
import agentsettings.storage.postgres.sets.Outcomes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Applies commands to PostgreSQL, a batch in one transaction. When the connection is lost in the middle of a commit, another is asked
 * whether the batch is there. Used by one thread.
 */
final class PostgresWriter implements BatchWriter {

    private static final System.Logger LOG = System.getLogger(PostgresWriter.class.getName());

    private final Connections connections;
    private final NodeLease lease;
    private final InstantSource clock;

    PostgresWriter(Connections connections, NodeLease lease, InstantSource clock) {
        this.connections = connections;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public List<Object> write(List<Command<?>> batch) {
        Connection connection = connect();
        Outcomes outcomes;
        List<Change> changes;
        long stamp;
        try {
            long now = clock.millis();
            outcomes = Commands.carryOut(connection, batch, lease::newId, now);
            changes = outcomes.changes();
            stamp = lease.stamp(connection, changes.size());
            log(connection, changes, now);
        } catch (SQLException e) {
            connections.discard(connection);
            throw new StoreUnavailable("PostgreSQL failed to write", e);
        } catch (Throwable failure) {
            connections.discard(connection);
            throw failure;
        }
        commit(connection, stamp);
        lease.committed(stamp, changes.size());
        return outcomes.list();
    }

    private Connection connect() {
        try {
            lease.hold(connections);
            return connections.open();
        } catch (SQLException e) {
            throw new StoreUnavailable("PostgreSQL can't be reached", e);
        }
    }

    private void log(Connection connection, List<Change> changes, long now) throws SQLException {
        if (!changes.isEmpty()) {
            ChangeLog.append(connection, changes, lease.node(), lease.lastSeq(), now);
        }
    }

    /** Returns when the batch is committed, whatever became of the connection. */
    private void commit(Connection connection, long stamp) {
        try {
            connection.commit();
            connections.giveBack(connection);
        } catch (SQLException lost) {
            connections.discard(connection);
            if (!wasCommitted(stamp, lost)) {
                throw new StoreUnavailable("PostgreSQL failed to commit", lost);
            }
        }
    }

    private boolean wasCommitted(long stamp, SQLException lost) {
        try {
            return lease.wasCommitted(stamp, connections);
        } catch (SQLException e) {
            lost.addSuppressed(e);
            throw new OutcomeUnknown("PostgreSQL was lost while it committed", lost);
        }
    }

    @Override
    public void close() {
        try {
            lease.release(connections);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Can't give node number " + lease.node() + " back; it will expire", e);
        }
    }
}
