package agentsettings.storage.postgres;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.Statements;
import java.sql.SQLException;

/** Transactions on PostgreSQL, each over a pooled connection. A read has one for each of its statements. */
final class PostgresStatementSession implements StatementSession {

    private final Connections connections;

    PostgresStatementSession(Connections connections) {
        this.connections = connections;
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return connections.outsideTransactions(connection -> work.on(new Statements(connection)));
        } catch (SQLException e) {
            throw new StoreUnavailable("PostgreSQL failed", e);
        }
    }

    @Override
    public <T> T change(Work<T> work) {
        try {
            return connections.inTransaction(connection -> work.on(new Statements(connection)));
        } catch (Connections.FailedCommitException e) {
            throw new OutcomeUnknown("PostgreSQL failed to commit", e);
        } catch (SQLException e) {
            throw new StoreUnavailable("PostgreSQL failed", e);
        }
    }

    /** Does nothing: the database owns the connections. */
    @Override
    public void close() {}
}
