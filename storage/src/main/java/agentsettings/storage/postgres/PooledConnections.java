package agentsettings.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to the primary, kept for the next use. Safe for use by many threads. */
final class PooledConnections implements Connections, AutoCloseable {

    /** So long a caller waits for a connection; connecting itself goes on in the background. */
    private static final Duration WAIT_MAX = Duration.ofMillis(1500);

    /** A host that can't be reached in this time is passed over. */
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    /** A server that has not answered for so long is given up. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(4);

    /**
     * Our statements look single keys up, so their plans must use the keys, however small or new the tables are when they are made,
     * and aren't worth compiling. A row that another holds is waited for a while. What is answered must be durable, even where the server is set to be lax.
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

    private final HikariDataSource pool;

    /** Connects when the first connection is asked for, to at most so many. */
    PooledConnections(PostgresServer server, int max) {
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
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("ApplicationName", "agentsettings");
        config.addDataSourceProperty("targetServerType", "primary");
        config.addDataSourceProperty("hostRecheckSeconds", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // it would show rows, and secrets are in some
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_MAX.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER_MAX.toSeconds()));
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
