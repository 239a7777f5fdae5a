package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.directory.DirectorySession;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.sqlite.batch.Transactions;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions on the SQLite file, over a connection of its own. Used by one thread at a time. */
final class SqliteDirectorySession implements DirectorySession {

    private final Transactions transactions;
    private final Statements statements;

    private SqliteDirectorySession(Connection connection) throws SQLException {
        this.transactions = new Transactions(connection);
        this.statements = new Statements(connection);
    }

    /** Connects to the file, whose schema must be up to date. */
    static SqliteDirectorySession open(SqliteFile file, boolean readOnly) {
        return execute(() -> new SqliteDirectorySession(readOnly ? file.openForReading() : file.openForWriting()));
    }

    @Override
    public <T> T read(Work<T> work) {
        return execute(() -> work.on(statements));
    }

    @Override
    public <T> T change(Work<T> work) {
        return execute(() -> transactions.run(() -> work.on(statements)));
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
