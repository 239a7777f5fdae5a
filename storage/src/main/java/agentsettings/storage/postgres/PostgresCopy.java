package agentsettings.storage.postgres;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.CopyTarget;
import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.directory.FactDao;
import agentsettings.storage.jdbc.RowTransfer;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.postgres.statements.SetWriter;
import agentsettings.storage.schema.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One end of a copy in a PostgreSQL database. It locks the node numbers, so that no server can begin to write. Used by one thread.
 */
final class PostgresCopy implements CopyTarget {

    private static final Table<ChangeRow> LOG = ChangeRow.TABLE;

    private static final String NUMBERED_LOG =
            "(SELECT seq * " + ChangeNumber.STEP + " + node AS number, * FROM change_log) AS change_log";

    private static final String INSERT_CHANGE = SetWriter.INSERT_CHANGES + "(VALUES ("
            + LOG.columns().stream()
                    .map(column -> "?::" + column.type().postgresName())
                    .collect(Collectors.joining(", "))
            + ")) AS w (" + LOG.names() + ")";

    /** A server has a node number from its first write on, and connections at all times. */
    private static final String SERVERS = """
            SELECT string_agg(sign, ', ' ORDER BY sign) FROM (
                SELECT 'node number ' || node AS sign FROM node_lease WHERE leased_until > now()
                UNION ALL
                SELECT 'connection from ' || coalesce(host(client_addr), 'this host') || ', process ' || pid
                FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'agentsettings') AS signs
            """;

    private final Connection connection;
    private final RowTransfer transfer;

    private PostgresCopy(Connection connection) {
        this.connection = connection;
        this.transfer = new RowTransfer(connection);
    }

    /** Begins to read, in a transaction that sees one state of the database. */
    static PostgresCopy reading(PostgresServer server) {
        return begin(server, Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** Begins to write. */
    static PostgresCopy writing(PostgresServer server) {
        return begin(server, Connection.TRANSACTION_READ_COMMITTED);
    }

    private static PostgresCopy begin(PostgresServer server, int isolation) {
        try {
            Connection connection = server.connect();
            try {
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(false);
                requireNoServer(connection);
                return new PostgresCopy(connection);
            } catch (SQLException | StoreUnavailable e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void requireNoServer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '5s'");
            statement.execute("SET LOCAL statement_timeout = 0");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            statement.execute("LOCK TABLE node_lease IN SHARE ROW EXCLUSIVE MODE");
            try (ResultSet servers = statement.executeQuery(SERVERS)) {
                servers.next();
                if (servers.getString(1) != null) {
                    throw new StoreUnavailable(
                            "A server uses the PostgreSQL database (" + servers.getString(1)
                                    + "); stop it first. One that was killed keeps its node number for a minute.",
                            null);
                }
            }
        }
    }

    @Override
    public Map<String, Long> rowCounts() {
        try {
            return Tables.rowCounts(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void read(Table<?> table, RowConsumer consumer) {
        try {
            String from = table.equals(LOG) ? NUMBERED_LOG : table.name();
            transfer.read(table, from, consumer::accept);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(Table<?> table, List<Object[]> rows) {
        try {
            transfer.write(table, table.equals(LOG) ? INSERT_CHANGE : table.insert(), rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void continueNumbers() {
        execute("""
                UPDATE node_lease l SET last_seq = greatest(l.last_seq, log.last_seq)
                FROM (
                    SELECT node, max(seq) AS last_seq
                    FROM (SELECT node, seq FROM change_log UNION ALL SELECT node, number / %s FROM change_log_start) AS each
                    GROUP BY node) AS log
                WHERE log.node = l.node
                """.formatted(Long.toString(ChangeNumber.STEP)));
        execute("""
                UPDATE node_lease SET last_id = greatest(
                    last_id, (SELECT max(settings_id) FROM change_log), (SELECT max(settings_id) FROM change_log_start))
                """);
    }

    @Override
    public void renewFeed() {
        execute(FactDao.deletion(DatabaseFact.FEED_EPOCH));
    }

    /** Commits durably even if the server is configured otherwise. */
    @Override
    public void commit() {
        execute("""
                SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'
                """);
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new OutcomeUnknown("PostgreSQL failed to commit", e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StoreUnavailable failed(SQLException cause) {
        return new StoreUnavailable("PostgreSQL failed", cause);
    }
}
