package agentsettings.storage.copy;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL database, whose node numbers the copy has locked so that no server can begin to write. */
record PostgresSide(Connection connection) implements Side {

    /** Each node's changes keep their order, and otherwise go by time; a node's clock may have gone back meanwhile. */
    private static final String IN_ONE_ORDER = """
            (SELECT row_number() OVER (ORDER BY latest, node, seq) AS seq,
                at, tenant_id, user_id, settings_id, actor, action, before, after
            FROM (SELECT *, max(at) OVER (PARTITION BY node ORDER BY seq) AS latest FROM change_log) AS timed) AS change_log
            """;

    /** A server holds a node number from its first write on, and connections always. */
    private static final String USERS = """
            SELECT string_agg(sign, ', ' ORDER BY sign) FROM (
                SELECT 'node number ' || node AS sign FROM node_lease WHERE leased_until > now()
                UNION ALL
                SELECT 'connection from ' || coalesce(host(client_addr), 'this host') || ', process ' || pid
                FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'agentsettings') AS signs
            """;

    static PostgresSide reading(Database database) throws SQLException {
        return begin(database.openForReading(), Connection.TRANSACTION_REPEATABLE_READ);
    }

    static PostgresSide writing(Database database) throws SQLException {
        return begin(database.openForWriting(), Connection.TRANSACTION_READ_COMMITTED);
    }

    private static PostgresSide begin(Connection connection, int isolation) throws SQLException {
        PostgresSide side = new PostgresSide(connection);
        try {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            side.requireNoServer();
            return side;
        } catch (SQLException | StoreUnavailable e) {
            side.close();
            throw e;
        }
    }

    private void requireNoServer() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '5s'");
            statement.execute("SET LOCAL statement_timeout = 0");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            statement.execute("LOCK TABLE node_lease IN SHARE ROW EXCLUSIVE MODE");
            try (ResultSet users = statement.executeQuery(USERS)) {
                users.next();
                if (users.getString(1) != null) {
                    throw new StoreUnavailable(
                            "A server uses the PostgreSQL database (" + users.getString(1)
                                    + "); stop it first. One that was killed holds its node number for a minute.",
                            null);
                }
            }
        }
    }

    @Override
    public String changeLog() {
        return IN_ONE_ORDER;
    }

    /** All changes come under one node number. */
    @Override
    public String insert(Table table) {
        String insert = Side.super.insert(table);
        return table.equals(Table.CHANGE_LOG)
                ? insert.replace(" (seq,", " (node, seq,").replace("VALUES (", "VALUES (0, ")
                : insert;
    }

    @Override
    public void continueNumbers() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    UPDATE node_lease SET
                        last_seq = CASE node WHEN 0 THEN coalesce(log.seq, 0) ELSE 0 END,
                        last_id = greatest(last_id, log.id)
                    FROM (SELECT max(seq) AS seq, max(settings_id) AS id FROM change_log) AS log
                    """);
        }
    }

    /** Durably, even where the server is set to be lax. */
    @Override
    public void commit() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'
                    """);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
