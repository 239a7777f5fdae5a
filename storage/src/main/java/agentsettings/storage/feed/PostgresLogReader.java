package agentsettings.storage.feed;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.feed.FeedEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the change log of a PostgreSQL database, whose key begins with the tenant space. */
final class PostgresLogReader extends LogReader {

    private static final String NUMBER = "c.seq * " + ChangeNumber.STEP + " + c.node";

    /** The first changes of each tenant space, from the index. */
    private static final String OF_EACH_TENANT = """
            tenant_space t CROSS JOIN LATERAL (
                SELECT * FROM change_log WHERE tenant_id = t.tenant_id AND node = ? AND seq > ? AND seq <= ?
                ORDER BY seq LIMIT ?) AS c
            ORDER BY c.seq LIMIT ?
            """;

    private static final String OF_ALL =
            "change_log c WHERE c.node = ? AND c.seq > ? AND c.seq <= ? ORDER BY c.seq LIMIT ?";

    PostgresLogReader(Connection connection) {
        super(connection);
    }

    @Override
    Map<Integer, Long> ends() throws SQLException {
        return sequences("SELECT node, last_seq FROM node_lease WHERE last_seq > 0");
    }

    /** Changes of a tenant space that has been removed are missing from the tenant spaces', so the whole log is searched for them. */
    @Override
    List<FeedEntry> changes(int node, long after, long end, int limit) throws SQLException {
        long last = Math.min(end, after + limit);
        List<FeedEntry> changes = select(NUMBER, OF_EACH_TENANT, node, after, last, limit, limit);
        return changes.size() == last - after ? changes : select(NUMBER, OF_ALL, node, after, last, limit);
    }
}
