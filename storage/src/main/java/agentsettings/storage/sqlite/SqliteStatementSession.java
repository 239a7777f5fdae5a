package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.sqlite.batch.Transactions;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions on the SQLite file, over a connection of its own. Used by one thread at a time. */
final class SqliteStatementSession implements StatementSession {

    private final SharedFile shared;
    private final Transactions transactions;
    private final Statements statements;

    /** Takes the connection to the file over. */
    SqliteStatementSession(SharedFile shared, Connection connection) throws SQLException {
        this.shared = shared;
        this.transactions = new Transactions(connection);
        this.statements = new Statements(connection);
    }

    /** Connects to the file, whose schema must be up to date. */
    static SqliteStatementSession open(SharedFile shared, boolean readOnly) {
        return execute(() -> new SqliteStatementSession(
                shared,
                readOnly ? shared.file().openForReading() : shared.file().openForWriting()));
    }

    @Override
    public <T> T read(Work<T> work) {
        return execute(() -> work.on(statements));
    }

    @Override
    public <T> T change(Work<T> work) {
        shared.requireSameFiles();
        shared.turn().lock();
        try {
            T result = execute(() -> transactions.run(() -> work.on(statements)));
            shared.requireSameFilesNow();
            return result;
        } finally {
            shared.turn().unlock();
        }
    }

    @Override
    public void close() {
        execute(() -> {
            transactions.close();
            return null;
        });
    }

    private static <T> T execute(Transactions.Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed", e);
        }
    }
}
