package agentsettings.storage.postgres;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.Statements;
import java.sql.SQLException;

/** Transactions on PostgreSQL, each over a pooled connection. */
final class PostgresStatementSession implements StatementSession {

    private final Connections connections;

    PostgresStatementSession(Connections connections) {
        this.connections = connections;
    }

    @Override
    public <T> T read(Work<T> work) {
        return change(work);
    }

    @Override
    public <T> T change(Work<T> work) {
        try {
            return connections.inTransaction(connection -> work.on(new Statements(connection)));
        } catch (SQLException e) {
            throw new StoreUnavailable("PostgreSQL failed", e);
        }
    }

    /** Does nothing: the database owns the connections. */
    @Override
    public void close() {}
}
