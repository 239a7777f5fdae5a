package agentsettings.storage.directory;

import agentsettings.core.apps.App;
import agentsettings.core.apps.App.PreviousSecret;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes apps. Used by one thread, in the transaction of its owner. */
public record AppDao(Statements statements) {

    public static final Table<App> TABLE = new Table<>(
            "app",
            "app_key",
            List.of(
                    Column.text("app_key", App::key),
                    Column.text("tenant_id", App::tenantId),
                    Column.number("edition", app -> (long) app.edition().year()),
                    Column.text("secret_hash", App::secretHash),
                    Column.flag("enabled", App::enabled),
                    Column.number("token_epoch", App::tokenEpoch),
                    Column.number("created_at", app -> app.createdAt().toEpochMilli()),
                    Column.text("previous_secret_hash", AppDao::previousHash),
                    Column.number("previous_secret_until", AppDao::previousUntil),
                    Column.number("version", App::version)));

    /** An app needs nothing else to be removed. */
    private record Unrestricted() implements VersionedRows.Unused<App> {
        @Override
        public String condition() {
            return "1 = 1";
        }

        @Override
        public Optional<RemovalOutcome<App>> violation() {
            return Optional.empty();
        }
    }

    ValidRows<App> rows() {
        return new ValidRows<>(
                statements, TABLE, "app", key -> App.keyFault(key).isEmpty(), AppDao::read);
    }

    VersionedRows<App> versioned() {
        return new VersionedRows<>(statements, TABLE, rows(), App::version, App::tag);
    }

    /** Adds the app, and its tenant space if that is new; false if there is an app with this key. */
    boolean add(App app) throws SQLException {
        new TenantSpaceDao(statements).add(TenantSpace.ofApp(app));
        return statements.insertUnlessPresent(TABLE, app);
    }

    RemovalOutcome<App> remove(String key, Condition condition) throws SQLException {
        return versioned().remove(key, condition, new Unrestricted());
    }

    /** Reads {@link #TABLE}. Throws an IllegalArgumentException if the row is invalid. */
    public static App read(ResultSet row) throws SQLException {
        return new App(
                row.getString(1),
                row.getString(2),
                Edition.of(row.getInt(3))
                        .orElseThrow(() -> new IllegalArgumentException("edition: must be 2023 or 2025.")),
                row.getString(4),
                previous(row.getString(8), row.getLong(9)),
                row.getBoolean(5),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getLong(10));
    }

    private static PreviousSecret previous(String hash, long until) {
        return hash == null ? null : new PreviousSecret(hash, Instant.ofEpochMilli(until));
    }

    private static String previousHash(App app) {
        return app.previousSecret() == null ? null : app.previousSecret().hash();
    }

    private static Long previousUntil(App app) {
        return app.previousSecret() == null
                ? null
                : (Long) app.previousSecret().until().toEpochMilli();
    }
}
