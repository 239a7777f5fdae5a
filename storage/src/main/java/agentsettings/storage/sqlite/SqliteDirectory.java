package agentsettings.storage.sqlite;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.commands.AddUser;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.User;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.jdbc.DirectoryDao;
import agentsettings.storage.jdbc.UserTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The directory in the SQLite file, over a connection of its own. */
final class SqliteDirectory implements Directory {

    private final Connection connection;
    private final Transactions transactions;
    private final DirectoryDao tables;
    private final InstantSource clock;

    private SqliteDirectory(Connection connection, InstantSource clock) throws SQLException {
        this.connection = connection;
        this.transactions = new Transactions(connection);
        this.tables = new DirectoryDao(connection);
        this.clock = clock;
    }

    /** Connects to the file, whose schema must be up to date. */
    static SqliteDirectory open(SqliteFile file, InstantSource clock) {
        return answer(() -> new SqliteDirectory(file.openForWriting(), clock));
    }

    @Override
    public List<App> apps() {
        return answer(tables::apps);
    }

    @Override
    public boolean addApp(App app) {
        return inTransaction(() -> tables.addApp(app));
    }

    @Override
    public boolean setEnabled(String appKey, boolean enabled) {
        return inTransaction(() -> tables.setEnabled(appKey, enabled));
    }

    @Override
    public boolean replaceSecret(String appKey, String secretHash) {
        return inTransaction(() -> tables.replaceSecret(appKey, secretHash));
    }

    @Override
    public AddUser.Outcome addUser(AddUser command) {
        return inTransaction(() -> {
            try (UserTable users = new UserTable(connection);
                    ChangeLog changeLog = new ChangeLog(connection)) {
                long now = clock.millis();
                AddUser.Outcome outcome = users.insert(command, now);
                if (outcome instanceof AddUser.Added) {
                    changeLog.append(Change.userAdded(command), now);
                }
                return outcome;
            }
        });
    }

    @Override
    public List<User> users(String tenantId, String after, int limit) {
        return answer(() -> tables.users(tenantId, after, limit));
    }

    @Override
    public List<SigningKey> signingKeys() {
        return answer(tables::signingKeys);
    }

    @Override
    public boolean addSigningKey(SigningKey key, Instant unlessSince) {
        return inTransaction(() -> tables.addSigningKey(key, unlessSince));
    }

    @Override
    public void removeSigningKeys(Instant before) {
        inTransaction(() -> tables.removeSigningKeys(before));
    }

    @Override
    public void close() {
        answer(() -> {
            transactions.close();
            return null;
        });
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        return answer(() -> transactions.run(work));
    }

    private static <T> T answer(Transactions.Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed", e);
        }
    }
}
