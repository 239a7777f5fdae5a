package agentsettings.storage.sqlite;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.CreateSettings.IdempotencyKeyReused;
import agentsettings.core.commands.CreateSettings.Outcome;
import agentsettings.core.commands.Idempotency;
import agentsettings.storage.jdbc.CreateOutcomeCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Remembers how creates with an idempotency key turned out. Each key remembered takes up to two expired ones away, so the table
 * shrinks as fast as it may grow. Used by one thread, within the create's transaction.
 */
final class IdempotencyKeys implements AutoCloseable {

    private final PreparedStatement select;
    private final PreparedStatement upsert;
    private final PreparedStatement deleteExpired;

    IdempotencyKeys(Connection connection) throws SQLException {
        select = connection.prepareStatement("""
                SELECT body_digest, outcome, settings_id FROM idempotency_key
                WHERE tenant_id = ? AND app_key = ? AND idempotency_key = ? AND expires_at > ?
                """);
        upsert = connection.prepareStatement("""
                INSERT OR REPLACE INTO idempotency_key
                    (tenant_id, app_key, idempotency_key, body_digest, outcome, settings_id, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """);
        deleteExpired = connection.prepareStatement("""
                DELETE FROM idempotency_key WHERE rowid IN
                    (SELECT rowid FROM idempotency_key WHERE expires_at <= ? ORDER BY expires_at LIMIT 2)
                """);
    }

    /** The first outcome under this command's key, or its refusal when the body was another; empty when the key is new. */
    Optional<Outcome> earlierOutcome(CreateSettings command, long now) throws SQLException {
        bindKey(select, command);
        select.setLong(4, now);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            boolean sameBody = row.getString(1).equals(command.idempotency().bodyDigest());
            return Optional.of(
                    sameBody ? CreateOutcomeCodec.read(row.getString(2), row.getLong(3)) : new IdempotencyKeyReused());
        }
    }

    void remember(CreateSettings command, Outcome outcome, long now) throws SQLException {
        bindKey(upsert, command);
        upsert.setString(4, command.idempotency().bodyDigest());
        upsert.setString(5, CreateOutcomeCodec.words(outcome));
        upsert.setObject(6, CreateOutcomeCodec.settingsId(outcome));
        upsert.setLong(7, now + Idempotency.LIFE.toMillis());
        upsert.executeUpdate();
        deleteExpired.setLong(1, now);
        deleteExpired.executeUpdate();
    }

    private static void bindKey(PreparedStatement statement, CreateSettings command) throws SQLException {
        Caller caller = command.caller();
        statement.setString(1, caller.tenantId());
        statement.setString(2, caller.appKey());
        statement.setString(3, command.idempotency().key());
    }

    @Override
    public void close() throws SQLException {
        select.close();
        upsert.close();
        deleteExpired.close();
    }
}
