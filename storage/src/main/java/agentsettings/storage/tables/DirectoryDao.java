package agentsettings.storage.tables;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.DatabaseFact;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads and writes tenant spaces, apps, signing keys and database facts. The owner of the connection begins and ends its transactions.
 * Prepares each statement anew, because none is frequent.
 *
 * @param connection used by one thread at a time
 */
public record DirectoryDao(Connection connection) {

    /** A tenant space is added with its first app. */
    public static final Table<App> TENANT_SPACES = new Table<>(
            "tenant_space",
            "tenant_id",
            List.of(
                    Column.text("tenant_id", App::tenantId),
                    Column.number("created_at", app -> app.createdAt().toEpochMilli())));

    public static final Table<App> APPS = new Table<>(
            "app",
            "app_key",
            List.of(
                    Column.text("app_key", App::key),
                    Column.text("tenant_id", App::tenantId),
                    Column.number("edition", app -> (long) app.edition().year()),
                    Column.text("secret_hash", App::secretHash),
                    Column.flag("enabled", App::enabled),
                    Column.number("token_epoch", App::tokenEpoch),
                    Column.number("created_at", app -> app.createdAt().toEpochMilli())));

    public static final Table<SigningKey> SIGNING_KEYS = new Table<>(
            "signing_key",
            "key_id",
            List.of(
                    Column.text("key_id", SigningKey::id),
                    Column.bytes("secret", key -> key.secret().getEncoded()),
                    Column.number("created_at", key -> key.createdAt().toEpochMilli())));

    private static final String KEY_ALGORITHM = "HmacSHA256";

    /** Every app that is valid. The consumer receives a sentence about each of the others. */
    public List<App> apps(Consumer<String> unreadable) throws SQLException {
        String select = "SELECT " + APPS.names() + " FROM app ORDER BY app_key";
        return select(select, row -> validApp(row, unreadable)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds the app, and its tenant space if that is new; false if there is an app with this key. */
    public boolean addApp(App app) throws SQLException {
        insertUnlessPresent(TENANT_SPACES, app);
        return insertUnlessPresent(APPS, app);
    }

    /** Enables or disables the app and revokes its tokens; false if there is no such app. */
    public boolean setEnabled(String appKey, boolean enabled) throws SQLException {
        return update("UPDATE app SET enabled = ?, token_epoch = token_epoch + 1 WHERE app_key = ?", enabled, appKey);
    }

    /** Replaces the app's secret and revokes its tokens; false if there is no such app. */
    public boolean replaceSecret(String appKey, String secretHash) throws SQLException {
        return update(
                "UPDATE app SET secret_hash = ?, token_epoch = token_epoch + 1 WHERE app_key = ?", secretHash, appKey);
    }

    /** The keys that tokens are signed with, newest first. */
    public List<SigningKey> signingKeys() throws SQLException {
        return select(
                "SELECT " + SIGNING_KEYS.names() + " FROM signing_key ORDER BY created_at DESC, key_id",
                row -> new SigningKey(
                        row.getString(1),
                        new SecretKeySpec(row.getBytes(2), KEY_ALGORITHM),
                        Instant.ofEpochMilli(row.getLong(3))));
    }

    /** Adds the key; false if there is one that was created at the given time or later. */
    public boolean addSigningKey(SigningKey key, Instant unlessSince) throws SQLException {
        String insert = "INSERT INTO signing_key (" + SIGNING_KEYS.names() + ") SELECT " + SIGNING_KEYS.parameters()
                + " WHERE NOT EXISTS (SELECT 1 FROM signing_key WHERE created_at >= ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int next = SIGNING_KEYS.bind(statement, 1, key);
            statement.setLong(next, unlessSince.toEpochMilli());
            return statement.executeUpdate() > 0;
        }
    }

    /** Removes the keys created before this time; false if there are none. */
    public boolean removeSigningKeys(Instant before) throws SQLException {
        return update("DELETE FROM signing_key WHERE created_at < ?", before.toEpochMilli());
    }

    public Optional<String> fact(DatabaseFact fact) throws SQLException {
        return select("SELECT value FROM database_fact WHERE name = ?", row -> row.getString(1), FactRow.name(fact))
                .stream()
                .findFirst();
    }

    /** Records the fact; false if it is recorded. */
    public boolean addFact(DatabaseFact fact, String text) throws SQLException {
        return insertUnlessPresent(FactRow.TABLE, new FactRow(fact, text));
    }

    private static Optional<App> validApp(ResultSet row, Consumer<String> unreadable) throws SQLException {
        try {
            return Optional.of(app(row));
        } catch (IllegalArgumentException | SQLException invalid) {
            String key = row.getString(1);
            String name = App.keyFault(key).isEmpty() ? "The app " + key : "An app";
            unreadable.accept(name + " is refused, because its row is invalid: " + invalid.getMessage());
            return Optional.empty();
        }
    }

    private static App app(ResultSet row) throws SQLException {
        return new App(
                row.getString(1),
                row.getString(2),
                Edition.of(row.getInt(3))
                        .orElseThrow(() -> new IllegalArgumentException("edition: must be 2023 or 2025.")),
                row.getString(4),
                row.getBoolean(5),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    private <R> boolean insertUnlessPresent(Table<R> table, R row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert() + " ON CONFLICT DO NOTHING")) {
            table.bind(insert, 1, row);
            return insert.executeUpdate() > 0;
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** Whether a row was changed. */
    private boolean update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate() > 0;
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
