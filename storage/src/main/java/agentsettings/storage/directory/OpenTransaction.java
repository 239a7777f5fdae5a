package agentsettings.storage.directory;

import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.UncheckedSqlException;
import java.sql.SQLException;

/** A transaction that is open already, and that its owner ends. Fails with {@link UncheckedSqlException}. Used by one thread. */
record OpenTransaction(Statements statements) implements StatementSession {

    @Override
    public <T> T read(Work<T> work) {
        return change(work);
    }

    @Override
    public <T> T change(Work<T> work) {
        try {
            return work.on(statements);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public void close() {
        // the owner does
    }
}
