package agentsettings.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A pool of connections to the primary. Safe for use by many threads. */
final class PooledConnections implements Connections, AutoCloseable {

    /** Maximum wait for a connection. Connecting goes on in the background. */
    private static final Duration WAIT_MAX = Duration.ofMillis(1500);

    /** Maximum time to connect to a host, before the next host is tried. */
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    /** Maximum time for the server to answer a statement. */
    private static final Duration STATEMENT_MAX = Duration.ofSeconds(4);

    /** Maximum time for the server to read many records. */
    private static final Duration SCAN_MAX = Duration.ofSeconds(30);

    /**
     * Our statements look up single keys, so their plans must use the indexes, however small or new the tables are when they are
     * planned, and are not worth compiling. Waiting for locks is bounded. Commits are durable even if the server is configured
     * otherwise.
     */
    private static final String SESSION = """
            SELECT set_config('enable_seqscan', 'off', false),
                set_config('jit', 'off', false),
                set_config('lock_timeout', '2s', false),
                set_config('idle_in_transaction_session_timeout', '10s', false),
                set_config('synchronous_commit',
                    CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
                    ELSE current_setting('synchronous_commit') END, false)
            """;

    /** Pages are read in the order of an index, so that only what is shown is read: by no bitmap, and without sorting. */
    private static final String SCAN_SESSION = """
            SELECT set_config('enable_seqscan', 'off', false),
                set_config('enable_bitmapscan', 'off', false),
                set_config('jit', 'off', false),
                set_config('lock_timeout', '2s', false),
                set_config('idle_in_transaction_session_timeout', '10s', false),
                set_config('statement_timeout', '%ss', false)
            """.formatted(SCAN_MAX.toSeconds());

    private final HikariDataSource pool;

    /** For statements that look up or write single records. Connects on the first use, by at most this number of connections. */
    static PooledConnections forStatements(PostgresServer server, int max) {
        return new PooledConnections(server, max, SESSION, STATEMENT_MAX);
    }

    /** For statements that read many records. Connects on the first use, by at most this number of connections. */
    static PooledConnections forScans(PostgresServer server, int max) {
        return new PooledConnections(server, max, SCAN_SESSION, SCAN_MAX.plusSeconds(2));
    }

    private PooledConnections(PostgresServer server, int max, String session, Duration responseMax) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(max);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(WAIT_MAX.toMillis());
        config.setConnectionInitSql(session);
        config.setIsolateInternalQueries(true); // a connection is lent without a transaction
        config.addDataSourceProperty("ApplicationName", "agentsettings");
        config.addDataSourceProperty("targetServerType", "primary");
        config.addDataSourceProperty("hostRecheckSeconds", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // it would show rows, some of which hold secrets
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_MAX.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(responseMax.toSeconds()));
        pool = new HikariDataSource(config);
    }

    @Override
    public Connection open() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void discard(Connection connection) {
        pool.evictConnection(connection);
    }

    @Override
    public void close() {
        pool.close();
    }
}
