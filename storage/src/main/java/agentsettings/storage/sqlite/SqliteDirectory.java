package agentsettings.storage.sqlite;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.commands.AddUser;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** The directory in the SQLite file, over a connection of its own; statements are made for each use, since none is frequent. */
public final class SqliteDirectory implements Directory {

    private static final String KEY_ALGORITHM = "HmacSHA256";

    private final Connection connection;
    private final Transactions transactions;
    private final InstantSource clock;

    private SqliteDirectory(Connection connection, InstantSource clock) throws SQLException {
        this.connection = connection;
        this.transactions = new Transactions(connection);
        this.clock = clock;
    }

    /**
     * Opens the folder's database and brings its schema up to date.
     *
     * @throws StoreUnavailable when the file can't be opened or isn't a database of ours
     */
    public static SqliteDirectory open(DataFolder folder, InstantSource clock) {
        SqliteFile file = folder.database();
        file.migrate();
        return answer(() -> new SqliteDirectory(file.openForWriting(), clock));
    }

    @Override
    public List<App> apps() {
        return select("""
                SELECT app_key, tenant_id, edition, secret_hash, enabled, token_epoch, created_at
                FROM app ORDER BY app_key
                """, SqliteDirectory::app);
    }

    @Override
    public boolean addApp(App app) {
        return inTransaction(() -> {
            change(
                    "INSERT INTO tenant_space (tenant_id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    app.tenantId(),
                    app.createdAt().toEpochMilli());
            return change(
                    """
                    INSERT INTO app (app_key, tenant_id, edition, secret_hash, enabled, token_epoch, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                    app.key(),
                    app.tenantId(),
                    app.edition().year(),
                    app.secretHash(),
                    app.enabled(),
                    app.tokenEpoch(),
                    app.createdAt().toEpochMilli());
        });
    }

    @Override
    public boolean setEnabled(String appKey, boolean enabled) {
        return inTransaction(() ->
                change("UPDATE app SET enabled = ?, token_epoch = token_epoch + 1 WHERE app_key = ?", enabled, appKey));
    }

    @Override
    public boolean replaceSecret(String appKey, String secretHash) {
        return inTransaction(() -> change(
                "UPDATE app SET secret_hash = ?, token_epoch = token_epoch + 1 WHERE app_key = ?", secretHash, appKey));
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
        return select(
                """
                SELECT tenant_id, user_id, sum_user_id, account, name FROM t_aicc_pub_appcube_user
                WHERE tenant_id = ? AND user_id > ? ORDER BY user_id LIMIT ?
                """,
                row -> new User(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                tenantId,
                after,
                limit);
    }

    @Override
    public List<SigningKey> signingKeys() {
        return select(
                "SELECT key_id, secret, created_at FROM signing_key ORDER BY created_at DESC, key_id",
                row -> new SigningKey(
                        row.getString(1),
                        new SecretKeySpec(row.getBytes(2), KEY_ALGORITHM),
                        Instant.ofEpochMilli(row.getLong(3))));
    }

    @Override
    public void addFirstSigningKey(SigningKey key) {
        inTransaction(() ->
                change("""
                INSERT INTO signing_key (key_id, secret, created_at)
                SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_key)
                """, key.id(), key.secret().getEncoded(), key.createdAt().toEpochMilli()));
    }

    @Override
    public void close() {
        answer(() -> {
            transactions.close();
            return null;
        });
    }

    private static App app(ResultSet row) throws SQLException {
        return new App(
                row.getString(1),
                row.getString(2),
                Edition.of(row.getInt(3)).orElseThrow(),
                row.getString(4),
                row.getBoolean(5),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, Row<T> row, Object... parameters) {
        return answer(() -> {
            try (PreparedStatement statement = bound(sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        });
    }

    /** Whether a row was changed. */
    private boolean change(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = bound(sql, parameters)) {
            return statement.executeUpdate() > 0;
        }
    }

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
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
