package agentsettings.storage.postgres;

import agentsettings.storage.records.ReadLimit;
import agentsettings.storage.records.RecordReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Reads records in read-only transactions, over a pool of its own. Safe for use by many threads. */
final class PostgresRecordReads implements RecordReads {

    static final int CONNECTIONS = 4;

    static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final ReadLimit limit = new ReadLimit(CONNECTIONS, WAIT_MAX);
    private final PooledConnections connections;

    /** Connects when it is first used. */
    PostgresRecordReads(PostgresServer server) {
        this.connections = PooledConnections.forScans(server, CONNECTIONS);
    }

    @Override
    public <T> T read(Read<T> read) throws SQLException {
        return execute(read, Connection.TRANSACTION_READ_COMMITTED);
    }

    @Override
    public <T> T readSnapshot(Read<T> read) throws SQLException {
        return execute(read, Connection.TRANSACTION_REPEATABLE_READ);
    }

    private <T> T execute(Read<T> read, int isolation) throws SQLException {
        limit.acquire();
        try {
            return connections.inTransaction(connection -> {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(isolation);
                return read.from(connection);
            });
        } finally {
            limit.release();
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
