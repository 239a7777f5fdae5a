package agentsettings.storage.postgres;

import agentsettings.core.settings.SettingsIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * A node number that one lane alone writes under: for its ids, and for the numbers of its changes. Every batch ends by writing to the
 * lease's row, so a lane that lost its number commits nothing more, and a lane that lost its connection finds out by that row whether
 * its batch was committed. Used by the lane's thread, but for renewing.
 */
final class NodeLease {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final String holder = UUID.randomUUID().toString();
    private final InstantSource clock;
    private volatile int node;
    private volatile boolean held;
    private SettingsIds ids;
    private long lastSeq;
    private long lastStamp;

    NodeLease(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes a number unless one is held: the one held before, or else the least that is free. */
    void hold(Connections connections) throws SQLException {
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
                lastStamp = row.getLong(3);
                ids = new SettingsIds(clock, node, lastStamp);
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

    /** The number of the last change. */
    long lastSeq() {
        return lastSeq;
    }

    /**
     * Writes down, in the batch's transaction, that it makes so many changes.
     *
     * @return what tells the batch from others: an id, later than all that the batch used
     */
    long stamp(Connection connection, int changes) throws SQLException {
        long stamp = ids.next();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE node_lease SET last_seq = ?, last_id = ? WHERE node = ? AND holder = ? AND last_id = ?")) {
            update.setLong(1, lastSeq + changes);
            update.setLong(2, stamp);
            update.setInt(3, node);
            update.setString(4, holder);
            update.setLong(5, lastStamp);
            if (update.executeUpdate() != 1) {
                held = false;
                throw new SQLException("another has taken node number " + node);
            }
        }
        return stamp;
    }

    /** Notes that the batch of this stamp was committed. */
    void committed(long stamp, int changes) {
        lastStamp = stamp;
        lastSeq += changes;
    }

    /**
     * Finds out whether the batch of this stamp was committed, after the connection that should have done so was lost. The row is locked
     * by that batch's transaction as long as there is hope for it, so what is read here stays true; and since this writes to the row
     * itself, on return the batch is as durable as any commit, on the standbys too.
     *
     * @throws SQLException when that can't be found out now
     */
    boolean wasCommitted(long stamp, Connections connections) throws SQLException {
        held = false; // until it is read anew
        return connections.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE node_lease SET holder = holder WHERE node = ? AND holder = ? RETURNING last_id")) {
                update.setInt(1, node);
                update.setString(2, holder);
                try (ResultSet row = update.executeQuery()) {
                    if (!row.next()) {
                        throw new SQLException("another has taken node number " + node);
                    }
                    return row.getLong(1) == stamp;
                }
            }
        });
    }

    /** Keeps the number for another while. May be called by any thread. */
    void renew(Connections connections) throws SQLException {
        if (held) {
            extend(connections, "now() + make_interval(secs => " + LIFE.toSeconds() + ")");
        }
    }

    /** Gives the number back. */
    void release(Connections connections) throws SQLException {
        if (held) {
            held = false;
            extend(connections, "'-infinity'");
        }
    }

    private void extend(Connections connections, String until) throws SQLException {
        connections.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE node_lease SET leased_until = " + until + " WHERE node = ? AND holder = ?")) {
                update.setInt(1, node);
                update.setString(2, holder);
                return update.executeUpdate();
            }
        });
    }
}
