package agentsettings.storage.postgres;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.settings.SettingsIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * The lease of a node number, under which one batch worker alone writes: its ids, and the numbers of its changes. Every batch ends by
 * writing a fencing token to the lease's row, so a worker that lost its lease commits nothing more, and a worker that lost its
 * connection finds out by that row whether its batch was committed. Used by the worker's thread, except for renewing.
 */
final class NodeLease {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final String UNTIL = "now() + make_interval(secs => " + LIFE.toSeconds() + ")";

    private final String holder = UUID.randomUUID().toString();
    private final InstantSource clock;
    private volatile int node;
    private volatile boolean held;
    private SettingsIds ids;
    private long lastSeq;
    private long lastToken;

    NodeLease(InstantSource clock) {
        this.clock = clock;
    }

    /** Leases a number unless one is held: the one held before, otherwise the smallest that is free. */
    void acquire(Connections connections) throws SQLException {
        if (!held) {
            held = connections.inTransaction(this::take);
            if (!held) {
                throw new SQLException("every node number is leased");
            }
        }
    }

    private boolean take(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE node_lease SET holder = ?, leased_until = now() + make_interval(secs => ?)
                WHERE node = (
                    SELECT node FROM node_lease WHERE holder = ? OR leased_until < now()
                    ORDER BY (holder = ?) DESC, node LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING node, last_seq, last_id
                """)) {
            update.setString(1, holder);
            update.setLong(2, LIFE.toSeconds());
            update.setString(3, holder);
            update.setString(4, holder);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                node = row.getInt(1);
                lastSeq = row.getLong(2);
                lastToken = row.getLong(3);
                ids = new SettingsIds(clock, node, lastToken);
                return true;
            }
        }
    }

    int node() {
        return node;
    }

    long newId() {
        return ids.next();
    }

    /** The number of the node's last change. */
    ChangeNumber lastChange() {
        return new ChangeNumber(node, lastSeq);
    }

    /**
     * Writes, in the batch's transaction, the batch's fencing token and the number of its last change.
     *
     * @return the fencing token: an id, later than all that the batch used
     */
    long fence(Connection connection, int changes) throws SQLException {
        long token = ids.next();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE node_lease SET last_seq = ?, last_id = ? WHERE node = ? AND holder = ? AND last_id = ?")) {
            update.setLong(1, lastSeq + changes);
            update.setLong(2, token);
            update.setInt(3, node);
            update.setString(4, holder);
            update.setLong(5, lastToken);
            if (update.executeUpdate() != 1) {
                held = false;
                throw new SQLException("another process has leased node number " + node);
            }
        }
        return token;
    }

    /** Notes that the batch of this fencing token was committed. */
    void committed(long token, int changes) {
        lastToken = token;
        lastSeq += changes;
    }

    /**
     * Whether the batch of this fencing token was committed, after the connection that should have committed it was lost. The batch's
     * transaction locks the row as long as it may still commit, so the answer stays true; and since this writes to the row itself,
     * on return the batch is as durable as any commit, on the standbys too.
     *
     * @throws SQLException if that can't be found out now
     */
    boolean wasCommitted(long token, Connections connections) throws SQLException {
        held = false; // until it is read again
        return connections.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE node_lease SET holder = holder WHERE node = ? AND holder = ? RETURNING last_id")) {
                update.setInt(1, node);
                update.setString(2, holder);
                try (ResultSet row = update.executeQuery()) {
                    if (!row.next()) {
                        throw new SQLException("another process has leased node number " + node);
                    }
                    return row.getLong(1) == token;
                }
            }
        });
    }

    /**
     * Checks that batches can be written under the lease: extends it if it is held, otherwise that a number is free. May be called by any
     * thread.
     *
     * @throws SQLException if not
     */
    void check(Connections connections) throws SQLException {
        if (held) {
            if (extend(connections, UNTIL) == 0) {
                throw new SQLException("another process has leased node number " + node);
            }
        } else if (!connections.inTransaction(NodeLease::isAnyFree)) {
            throw new SQLException("every node number is leased");
        }
    }

    private static boolean isAnyFree(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT node FROM node_lease WHERE leased_until < now() LIMIT 1 FOR UPDATE SKIP LOCKED")) {
            return row.next();
        }
    }

    /** Extends the lease. May be called by any thread. */
    void renew(Connections connections) throws SQLException {
        if (held) {
            var _ = extend(connections, UNTIL);
        }
    }

    /** Ends the lease. */
    void release(Connections connections) throws SQLException {
        if (held) {
            held = false;
            var _ = extend(connections, "'-infinity'");
        }
    }

    /** Returns the number of leases extended: 0 if another process has the number. */
    private int extend(Connections connections, String until) throws SQLException {
        return connections.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE node_lease SET leased_until = " + until + " WHERE node = ? AND holder = ?")) {
                update.setInt(1, node);
                update.setString(2, holder);
                return update.executeUpdate();
            }
        });
    }
}
