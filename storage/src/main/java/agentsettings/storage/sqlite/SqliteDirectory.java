package agentsettings.storage.sqlite;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.sqlite.batch.Transactions;
import agentsettings.storage.sqlite.file.SqliteFile;
import agentsettings.storage.tables.DirectoryDao;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The directory in the SQLite file, over a connection of its own. */
final class SqliteDirectory implements Directory {

    private final Transactions transactions;
    private final DirectoryDao dao;

    private SqliteDirectory(Connection connection) throws SQLException {
        this.transactions = new Transactions(connection);
        this.dao = new DirectoryDao(connection);
    }

    /** Connects to the file, whose schema must be up to date. */
    static SqliteDirectory open(SqliteFile file, boolean readOnly) {
        return execute(() -> new SqliteDirectory(readOnly ? file.openForReading() : file.openForWriting()));
    }

    @Override
    public List<App> apps(Consumer<String> unreadable) {
        return execute(() -> dao.apps(unreadable));
    }

    @Override
    public boolean addApp(App app) {
        return inTransaction(() -> dao.addApp(app));
    }

    @Override
    public boolean setEnabled(String appKey, boolean enabled) {
        return inTransaction(() -> dao.setEnabled(appKey, enabled));
    }

    @Override
    public boolean replaceSecret(String appKey, String secretHash) {
        return inTransaction(() -> dao.replaceSecret(appKey, secretHash));
    }

    @Override
    public List<SigningKey> signingKeys() {
        return execute(dao::signingKeys);
    }

    @Override
    public boolean addSigningKey(SigningKey key, Instant unlessSince) {
        return inTransaction(() -> dao.addSigningKey(key, unlessSince));
    }

    @Override
    public void removeSigningKeys(Instant before) {
        inTransaction(() -> dao.removeSigningKeys(before));
    }

    @Override
    public Optional<String> fact(DatabaseFact fact) {
        return execute(() -> dao.fact(fact));
    }

    @Override
    public boolean addFact(DatabaseFact fact, String text) {
        return inTransaction(() -> dao.addFact(fact, text));
    }

    @Override
    public void close() {
        execute(() -> {
            transactions.close();
            return null;
        });
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        return execute(() -> transactions.run(work));
    }

    private static <T> T execute(Transactions.Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed", e);
        }
    }
}
