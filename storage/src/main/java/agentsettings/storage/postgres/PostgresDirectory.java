package agentsettings.storage.postgres;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.tables.DirectoryDao;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The directory in PostgreSQL, over a pooled connection for each call. */
final class PostgresDirectory implements Directory {

    private final Connections connections;

    PostgresDirectory(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<App> apps(Consumer<String> unreadable) {
        return inTransaction(dao -> dao.apps(unreadable));
    }

    @Override
    public boolean addApp(App app) {
        return inTransaction(dao -> dao.addApp(app));
    }

    @Override
    public boolean setEnabled(String appKey, boolean enabled) {
        return inTransaction(dao -> dao.setEnabled(appKey, enabled));
    }

    @Override
    public boolean replaceSecret(String appKey, String secretHash) {
        return inTransaction(dao -> dao.replaceSecret(appKey, secretHash));
    }

    @Override
    public List<SigningKey> signingKeys() {
        return inTransaction(DirectoryDao::signingKeys);
    }

    @Override
    public boolean addSigningKey(SigningKey key, Instant unlessSince) {
        return inTransaction(dao -> dao.addSigningKey(key, unlessSince));
    }

    @Override
    public void removeSigningKeys(Instant before) {
        inTransaction(dao -> dao.removeSigningKeys(before));
    }

    @Override
    public Optional<String> fact(DatabaseFact fact) {
        return inTransaction(dao -> dao.fact(fact));
    }

    @Override
    public boolean addFact(DatabaseFact fact, String text) {
        return inTransaction(dao -> dao.addFact(fact, text));
    }

    @Override
    public void close() {
        // the database owns the connections
    }

    /** Work to be done within a transaction. */
    private interface Work<T> {
        T on(DirectoryDao dao) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try {
            return connections.inTransaction(connection -> work.on(new DirectoryDao(connection)));
        } catch (SQLException e) {
            throw new StoreUnavailable("PostgreSQL failed", e);
        }
    }
}
