package agentsettings.storage.retention;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.storage.jdbc.Statements;
import java.sql.SQLException;
import java.util.List;

/** How an engine reads and removes the first changes of a node's log. */
public enum OldestChanges {
    SQLITE {
        // the nodes of which some changes that were copied are left, and node 0. When none of its copied changes is
        // left, node 0
        // begins behind those of all nodes: the numbers of this file's own changes are larger, and no index finds them
        // among others
        private static final String STARTS = """
                SELECT c.node, coalesce(s.number, 0)
                FROM copied_node c LEFT JOIN change_log_start s ON s.node = c.node
                WHERE c.seq > coalesce(s.number, 0) / 1024
                UNION ALL
                SELECT 0, max(coalesce((SELECT number FROM change_log_start WHERE node = 0), 0),
                    coalesce((SELECT max(seq) FROM copied_node), 0) * 1024)
                WHERE NOT EXISTS (
                    SELECT 1 FROM copied_node c LEFT JOIN change_log_start s ON s.node = c.node
                    WHERE c.node = 0 AND c.seq > coalesce(s.number, 0) / 1024)
                ORDER BY 1
                """;

        private static final String OLDEST = "SELECT c.number, " + OldChange.COLUMNS
                + " FROM change_log c WHERE c.number > ? AND c.node = ? ORDER BY c.number LIMIT ?";

        @Override
        List<ChangeNumber> starts(Statements statements) throws SQLException {
            return statements.select(STARTS, row -> start(row.getInt(1), row.getLong(2)));
        }

        @Override
        List<OldChange> read(Statements statements, ChangeNumber start, int max) throws SQLException {
            return statements.select(OLDEST, OldChange::read, start.value(), start.node(), max);
        }

        @Override
        boolean acquire(Statements statements) { // the transaction has the file's write lock
            return true;
        }

        @Override
        boolean delete(Statements statements, List<OldChange> changes) throws SQLException {
            ChangeNumber first = changes.getFirst().number();
            ChangeNumber last = changes.getLast().number();
            return statements.update(
                    "DELETE FROM change_log WHERE number >= ? AND number <= ? AND node = ?",
                    first.value(),
                    last.value(),
                    first.node());
        }
    },

    /** Its log's key begins with the tenant space, so it is read and removed by tenant space, also of those that were removed. */
    POSTGRES {
        private static final String STARTS = """
                SELECT l.node, coalesce(s.number, 0)
                FROM node_lease l LEFT JOIN change_log_start s ON s.node = l.node
                WHERE l.last_seq > coalesce(s.number, 0) / 1024
                ORDER BY l.node
                """;

        private static final String OLDEST = """
                WITH RECURSIVE tenant (id) AS (
                        SELECT min(tenant_id) FROM change_log
                        UNION ALL
                        SELECT (SELECT min(c.tenant_id) FROM change_log c WHERE c.tenant_id > t.id)
                        FROM tenant t WHERE t.id IS NOT NULL),
                    first (seq) AS MATERIALIZED (
                        SELECT min(c.seq) FROM tenant t CROSS JOIN LATERAL (
                            SELECT seq FROM change_log
                            WHERE tenant_id = t.id AND node = ? AND seq > ? ORDER BY seq LIMIT 1) AS c)
                SELECT c.seq * 1024 + c.node, %s
                FROM tenant t CROSS JOIN LATERAL (
                    SELECT * FROM change_log
                    WHERE tenant_id = t.id AND node = ? AND seq >= (SELECT seq FROM first) AND seq < (SELECT seq FROM first) + ?
                    ORDER BY seq LIMIT ?) AS c
                ORDER BY c.seq
                """.formatted(OldChange.COLUMNS);

        // arbitrary, but the same in every version
        private static final long ADVISORY_LOCK = 0x6167656e7473L;

        @Override
        List<ChangeNumber> starts(Statements statements) throws SQLException {
            return statements.select(STARTS, row -> start(row.getInt(1), row.getLong(2)));
        }

        @Override
        List<OldChange> read(Statements statements, ChangeNumber start, int max) throws SQLException {
            int node = start.node();
            return statements.select(OLDEST, OldChange::read, node, start.sequence(), node, max, max);
        }

        @Override
        boolean acquire(Statements statements) throws SQLException {
            return statements
                    .select("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), ADVISORY_LOCK)
                    .getFirst();
        }

        @Override
        boolean delete(Statements statements, List<OldChange> changes) throws SQLException {
            ChangeNumber first = changes.getFirst().number();
            ChangeNumber last = changes.getLast().number();
            Object[] tenants = changes.stream()
                    .map(change -> change.user().tenantId())
                    .distinct()
                    .toArray();
            return statements.update(
                    "DELETE FROM change_log WHERE tenant_id = ANY (?) AND node = ? AND seq >= ? AND seq <= ?",
                    statements.connection().createArrayOf("text", tenants),
                    first.node(),
                    first.sequence(),
                    last.sequence());
        }
    };

    private static ChangeNumber start(int node, long number) {
        return new ChangeNumber(node, ChangeNumber.of(number).sequence());
    }

    /** The last change that was removed of each node whose log may hold changes, of sequence 0 if none was. */
    abstract List<ChangeNumber> starts(Statements statements) throws SQLException;

    /** The first changes of the log behind the last that was removed, in their order. */
    abstract List<OldChange> read(Statements statements, ChangeNumber start, int max) throws SQLException;

    /** Keeps others from removing changes until the transaction ends; false if another one does. */
    abstract boolean acquire(Statements statements) throws SQLException;

    /** Deletes the first changes of a node's log; false if there are none of these any more. */
    abstract boolean delete(Statements statements, List<OldChange> changes) throws SQLException;
}
