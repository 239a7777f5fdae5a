package agentsettings.storage.history;

import agentsettings.core.queries.TimeSteps;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.jdbc.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How the times of an engine's change log are looked up by its key. The indexes in a part are those of the key. */
enum TimedLog {

    /** The changes of this file follow one another, behind those that were copied from several nodes, which only a search tells apart. */
    SQLITE {
        @Override
        List<Part> parts(Statements statements) throws SQLException {
            return statements.select("""
                    SELECT 0, (SELECT 1024 * (ifnull(max(seq), 0) + 1) FROM copied_node), ifnull(max(number), 0) FROM change_log
                    """, Part::read);
        }

        @Override
        List<Long> timeAt(Statements statements, String tenantId, int node, long index) throws SQLException {
            return statements.select(
                    "SELECT at FROM change_log WHERE number >= ? ORDER BY number LIMIT 1",
                    row -> row.getLong(1),
                    index);
        }

        @Override
        String from() {
            return "FROM change_log WHERE tenant_id = ? AND number >= ?";
        }

        @Override
        Object[] keys(String tenantId, int node, long begin) {
            return new Object[] {tenantId, begin};
        }
    },

    /** Its key begins with the tenant space and the node. */
    POSTGRES {
        @Override
        List<Part> parts(Statements statements) throws SQLException {
            return statements.select("SELECT node, 1, last_seq FROM node_lease WHERE last_seq > 0", Part::read);
        }

        @Override
        List<Long> timeAt(Statements statements, String tenantId, int node, long index) throws SQLException {
            return statements.select(
                    "SELECT at FROM change_log WHERE tenant_id = ? AND node = ? AND seq >= ? ORDER BY seq LIMIT 1",
                    row -> row.getLong(1),
                    tenantId,
                    node,
                    index);
        }

        @Override
        String from() {
            return "FROM change_log WHERE tenant_id = ? AND node = ? AND seq >= ?";
        }

        @Override
        Object[] keys(String tenantId, int node, long begin) {
            return new Object[] {tenantId, node, begin};
        }
    };

    /**
     * Changes whose times grow with their indexes.
     *
     * @param first the least index of these
     */
    record Part(int node, long first, long last) {

        private static Part read(ResultSet row) throws SQLException {
            return new Part(row.getInt(1), row.getLong(2), row.getLong(3));
        }
    }

    /** The number of changes in a step, of those of a part. */
    record Count(int step, long changes) {}

    static TimedLog of(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> SQLITE;
            case POSTGRES -> POSTGRES;
        };
    }

    abstract List<Part> parts(Statements statements) throws SQLException;

    /** The time of the first change at an index or behind it; empty if there is none. */
    abstract List<Long> timeAt(Statements statements, String tenantId, int node, long index) throws SQLException;

    /** The changes of the tenant space from an index on, as SQL. */
    abstract String from();

    abstract Object[] keys(String tenantId, int node, long begin);

    final List<Count> count(Statements statements, String tenantId, int node, long begin, TimeSteps steps)
            throws SQLException {
        long from = steps.from().toEpochMilli();
        Object[] keys = keys(tenantId, node, begin);
        // numbers that the service has computed, so that the database groups by the same expression as it selects
        String sql =
                "SELECT (at - " + from + ") / " + steps.length().toMillis() + ", count(*) " + from() + " AND at >= "
                        + from + " AND at < " + steps.begin(steps.count()).toEpochMilli() + " GROUP BY 1";
        return statements.select(sql, row -> new Count(row.getInt(1), row.getLong(2)), keys);
    }
}
