package agentsettings.storage.jdbc;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.users.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * Apps, tenant spaces, users and signing keys, over a connection whose transactions are its owner's matter. Statements are made
 * for each use, since none is frequent.
 *
 * @param connection used by one thread at a time
 */
public record DirectoryDao(Connection connection) {

    private static final String KEY_ALGORITHM = "HmacSHA256";

    public List<App> apps() throws SQLException {
        return select("""
                SELECT app_key, tenant_id, edition, secret_hash, enabled, token_epoch, created_at
                FROM app ORDER BY app_key
                """, DirectoryDao::app);
    }

    /** Adds the app, and its tenant space when that is new; false when the key is taken. */
    public boolean addApp(App app) throws SQLException {
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
    }

    /** Lets the app call or not and ends its tokens; false when there is no such app. */
    public boolean setEnabled(String appKey, boolean enabled) throws SQLException {
        return change("UPDATE app SET enabled = ?, token_epoch = token_epoch + 1 WHERE app_key = ?", enabled, appKey);
    }

    /** Replaces the app's secret and ends its tokens; false when there is no such app. */
    public boolean replaceSecret(String appKey, String secretHash) throws SQLException {
        return change(
                "UPDATE app SET secret_hash = ?, token_epoch = token_epoch + 1 WHERE app_key = ?", secretHash, appKey);
    }

    /** The first so many users behind this USER_ID, in its order. */
    public List<User> users(String tenantId, String after, int limit) throws SQLException {
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

    /** The keys that tokens are signed with, newest first. */
    public List<SigningKey> signingKeys() throws SQLException {
        return select(
                "SELECT key_id, secret, created_at FROM signing_key ORDER BY created_at DESC, key_id",
                row -> new SigningKey(
                        row.getString(1),
                        new SecretKeySpec(row.getBytes(2), KEY_ALGORITHM),
                        Instant.ofEpochMilli(row.getLong(3))));
    }

    /** Adds the key unless one made at this time or later is there, which gives false. */
    public boolean addSigningKey(SigningKey key, Instant unlessSince) throws SQLException {
        return change(
                """
                INSERT INTO signing_key (key_id, secret, created_at)
                SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_key WHERE created_at >= ?)
                """, key.id(), key.secret().getEncoded(), key.createdAt().toEpochMilli(), unlessSince.toEpochMilli());
    }

    /** Removes the keys made before this time; false when there are none. */
    public boolean removeSigningKeys(Instant before) throws SQLException {
        return change("DELETE FROM signing_key WHERE created_at < ?", before.toEpochMilli());
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

    private <T> List<T> select(String sql, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = bound(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        }
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
}
