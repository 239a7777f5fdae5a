package agentsettings.storage.postgres;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.commands.AddUser;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.User;
import agentsettings.storage.jdbc.DirectoryDao;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The directory in PostgreSQL, over a connection from the pool for each use. */
final class PostgresDirectory implements Directory {

    private final Connections connections;
    private final InstantSource clock;

    PostgresDirectory(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public List<App> apps() {
        return inTransaction(DirectoryDao::apps);
    }

    @Override
    public boolean addApp(App app) {
        return inTransaction(tables -> tables.addApp(app));
    }

    @Override
    public boolean setEnabled(String appKey, boolean enabled) {
        return inTransaction(tables -> tables.setEnabled(appKey, enabled));
    }

    @Override
    public boolean replaceSecret(String appKey, String secretHash) {
        return inTransaction(tables -> tables.replaceSecret(appKey, secretHash));
    }

    /** Under a node number of its own, which the change in the log needs. */
    @Override
    public AddUser.Outcome addUser(AddUser command) {
        try (PostgresWriter writer = new PostgresWriter(connections, new NodeLease(clock), clock)) {
            return (AddUser.Outcome) writer.write(List.of(command)).getFirst();
        }
    }

    @Override
    public List<User> users(String tenantId, String after, int limit) {
        return inTransaction(tables -> tables.users(tenantId, after, limit));
    }

    @Override
    public List<SigningKey> signingKeys() {
        return inTransaction(DirectoryDao::signingKeys);
    }

    @Override
    public boolean addSigningKey(SigningKey key, Instant unlessSince) {
        return inTransaction(tables -> tables.addSigningKey(key, unlessSince));
    }

    @Override
    public void removeSigningKeys(Instant before) {
        inTransaction(tables -> tables.removeSigningKeys(before));
    }

    @Override
    public void close() {
        // the connections are the database's
    }

    /** What is done with the tables within a transaction. */
    private interface Work<T> {
        T on(DirectoryDao tables) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try {
            return connections.inTransaction(connection -> work.on(new DirectoryDao(connection)));
        } catch (SQLException e) {
            throw new StoreUnavailable("PostgreSQL failed", e);
        }
    }
}
